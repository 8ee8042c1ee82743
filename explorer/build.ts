import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const DIST = join(HERE, 'dist');
const MARK = join(DIST, '.sources');
// What the bundle is made of besides our own files.
const OUTSIDE = ['../package-lock.json'];

/** The names and contents of everything that the bundle is made of. */
async function fingerprint(): Promise<string> {
  const entries = await readdir(HERE, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/^dist\b/.test(path.slice(HERE.length + 1)));
  const hash = createHash('sha256');
  for (const path of [...files, ...OUTSIDE.map((name) => join(HERE, name))].sort()) {
    hash
      .update(path.slice(HERE.length))
      .update('\0')
      .update(await readFile(path))
      .update('\0');
  }
  return hash.digest('hex');
}

async function builtFrom(): Promise<string | null> {
  return existsSync(MARK) ? readFile(MARK, 'utf8') : null;
}

async function build(sources: string): Promise<void> {
  // What is built must not depend on the environment of whoever builds it first.
  process.env['NODE_ENV'] = 'production';
  // Loaded here only: a deployment without development dependencies starts with a bundle that is already built.
  const { build: bundle } = await import('vite');
  const fresh = `${DIST}-${String(process.pid)}`;
  await bundle({ configFile: join(HERE, 'vite.config.ts'), logLevel: 'error', build: { outDir: fresh } });
  await writeFile(join(fresh, '.sources'), sources);
  // Swapped in one step: a server that runs meanwhile never finds half a bundle.
  await rm(DIST, { recursive: true, force: true });
  await rename(fresh, DIST).catch(async (error: unknown) => {
    // Somebody else built the same at the same time, and was first.
    await rm(fresh, { recursive: true, force: true });
    if ((await builtFrom()) !== sources) throw error;
  });
}

const sources = await fingerprint();
if ((await builtFrom()) === sources) {
  console.log('explorer: up to date');
} else {
  const started = performance.now();
  await build(sources);
  console.log(`explorer: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
