import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

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

const hasBundler = (): boolean => {
  try {
    import.meta.resolve('vite');
    return true;
  } catch {
    return false;
  }
};

/** Bundles with the packages that are installed. */
async function bundleHere(outDir: string): Promise<void> {
  // What is built must not depend on the environment of whoever builds it first.
  process.env['NODE_ENV'] = 'production';
  const { build: bundle } = await import('vite');
  await bundle({ configFile: join(HERE, 'vite.config.ts'), logLevel: 'error', build: { outDir } });
}

/** Bundles where the development packages are not installed: with a copy of them that is removed again. */
async function bundleElsewhere(outDir: string): Promise<void> {
  console.log('explorer: its packages are installed for a moment, because it is not built yet');
  const root = dirname(HERE);
  const folder = await mkdtemp(join(tmpdir(), 'hiraf-explorer-'));
  try {
    for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'src', 'explorer']) {
      await cp(join(root, name), join(folder, name), { recursive: true });
    }
    const run = promisify(execFile);
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: folder, shell: true });
    await run(process.execPath, [join(folder, 'explorer', 'build.ts')], { cwd: folder });
    await cp(join(folder, 'explorer', 'dist'), outDir, { recursive: true });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function build(sources: string): Promise<void> {
  const fresh = `${DIST}-${String(process.pid)}`;
  await (hasBundler() ? bundleHere(fresh) : bundleElsewhere(fresh));
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
