import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);
const PACKAGE = createRequire(import.meta.url).resolve('@sparticuz/chromium');
// Beside the packages: as private as they are, and gone with them.
const HOME = resolve(import.meta.dirname, '../../node_modules/.cache/chromium');
const FOLDER = join(HOME, 'browser');

/**
 * Unpacks the browser with the libraries and fonts that it needs, so that nothing must be installed by hand. In a process
 * of its own, because the package takes its target folder, and the wish for libraries, from the environment.
 */
async function unpack(): Promise<void> {
  await mkdir(HOME, { recursive: true });
  const fresh = await mkdtemp(join(HOME, 'fresh-'));
  const script = `(await import(${JSON.stringify(pathToFileURL(PACKAGE).href)})).default.executablePath()`;
  await run(process.execPath, ['--input-type=module', '--eval', `await ${script}`], {
    env: { PATH: dirname(process.execPath), TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  // In one step, and the first wins: test files may unpack at the same time.
  await rename(fresh, FOLDER).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(FOLDER)) throw error;
  });
}

/** A Chromium that works on a bare machine, as root or not, and that talks to no host on its own account. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(FOLDER)) await unpack();
  return chromium.launch({
    executablePath: join(FOLDER, 'chromium'),
    // Root cannot have the sandbox, and it opens our own pages alone. The package's other switches are left out: they
    // turn off web security, which is what is tested here, and put everything into one process.
    chromiumSandbox: false,
    args: ['--disable-background-networking', '--disable-component-update', '--disable-gpu'],
    env: { ...environment(), LD_LIBRARY_PATH: join(FOLDER, 'al2023/lib') },
  });
}

/** Fonts of the machine where it has a list of them, those of the package otherwise. */
function environment(): Record<string, string> {
  const home = { HOME: FOLDER, PATH: dirname(process.execPath) };
  return existsSync('/etc/fonts/fonts.conf') ? home : { ...home, FONTCONFIG_PATH: join(FOLDER, 'fonts') };
}
