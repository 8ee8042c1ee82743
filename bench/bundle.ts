import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { CONTESTANTS } from './works/work.ts';

const HERE = import.meta.dirname;
const ROOT = join(HERE, '..');
const BUNDLES = join(ROOT, 'dist/bench');
/** Contestants with packages of their own, in bench/package.json; their bundles stand where these are found. */
const RIVALS: readonly string[] = ['mercurius', 'postgraphile'];
const BUNDLES_OF_RIVALS = join(HERE, 'dist');

const PROCESSES = [
  'load',
  'write-load',
  'schema-time',
  ...[...CONTESTANTS, 'bare-insert'].map((name) => `contestants/${name}`),
];

const bundled = (names: readonly string[], outdir: string): Promise<unknown> =>
  build({
    entryPoints: names.map((name) => join(HERE, `${name}.ts`)),
    outdir,
    entryNames: '[name]',
    bundle: true,
    // Files that are loaded later stay apart, as in what is shipped.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });

/** Everybody runs as hiraf is shipped: bundled, with packages left outside, and no compiler in the process. */
export async function bundleAll(): Promise<void> {
  const isRival = (name: string): boolean => RIVALS.includes(basename(name));
  await bundled(
    PROCESSES.filter((name) => !isRival(name)),
    BUNDLES,
  );
  await bundled(PROCESSES.filter(isRival), BUNDLES_OF_RIVALS);
}

/** The bundle of a process of the bench. */
export function bundleOf(entry: string): string {
  const name = basename(entry, '.ts');
  return join(RIVALS.includes(name) ? BUNDLES_OF_RIVALS : BUNDLES, `${name}.js`);
}

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
const [, ...STARTED] = scripts.start.split(' ');

/** The bounds on memory that hiraf is shipped with. */
export const SHIPPED_FLAGS = STARTED.slice(0, -1);

/** What `npm start` runs, made anew. */
export function shippedProgram(): readonly string[] {
  execFileSync('npm', ['run', '-s', 'build:server'], { cwd: ROOT });
  return [...SHIPPED_FLAGS, join(ROOT, STARTED.at(-1) ?? '')];
}
