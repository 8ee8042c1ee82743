import { readFile, writeFile } from 'node:fs/promises';
import { schemaText } from '../platform/graphql/schema-text.ts';
import { buildGraphqlSchema } from '../schema.ts';

const FILE = 'schema.graphql';

// Writes the schema as it follows from the code; with --check, verifies that the committed one is the same.
const emitted = schemaText(await buildGraphqlSchema());
if (!process.argv.includes('--check')) {
  await writeFile(FILE, emitted);
} else if ((await readFile(FILE, 'utf8')) !== emitted) {
  process.stderr.write(`${FILE} is not what the code says. Run "npm run schema" and look at the difference.\n`);
  process.exitCode = 1;
}
