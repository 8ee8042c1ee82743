import { readFile, writeFile } from 'node:fs/promises';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';
import { schemaOf } from '../schema.ts';

const FILE = 'schema.graphql';

/** Puts an empty line between members that have a description, as graphql-js prints them. */
function spaced(sdl: string): string {
  let isInside = false;
  const lines = sdl.split('\n').map((line, index, all) => {
    const marks = line.split('"""').length - 1;
    const opens = !isInside && marks > 0;
    if (marks === 1) isInside = !isInside;
    const before = all[index - 1] ?? '';
    return opens && before !== '' && !/[{(]$/.test(before) ? `\n${line}` : line;
  });
  return lines.join('\n');
}

// Writes the schema as it follows from the code; with --check, tells whether the committed one is the same.
const emitted = `${spaced(printSchemaWithDirectives(lexicographicSortSchema(await schemaOf())))}\n`;
if (!process.argv.includes('--check')) {
  await writeFile(FILE, emitted);
} else if ((await readFile(FILE, 'utf8')) !== emitted) {
  process.stderr.write(`${FILE} is not what the code says. Run "npm run schema" and look at the difference.\n`);
  process.exitCode = 1;
}
