import { readFile, writeFile } from 'node:fs/promises';

/** Writes a file that follows from the code; with --check, only says whether the committed one is the same. */
export async function writeOrCheck(file: string, text: string, script: string): Promise<void> {
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`${file} is not what the code says. Run "npm run ${script}" and look at the difference.\n`);
    process.exitCode = 1;
  }
}
