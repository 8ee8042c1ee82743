import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { buildSchema, findBreakingChanges, type GraphQLSchema } from 'graphql';

// Compares the schema with that of the last release: a breaking change passes where the changelog names it.
const read = async (file: string): Promise<GraphQLSchema> =>
  buildSchema(await readFile(file, 'utf8'), { assumeValid: true });

const released = globSync('docs/released/*.graphql')
  .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  .at(-1);
if (released === undefined) throw new Error('There is no released schema in docs/released.');

/** The types, and the fields with their type, that the lines of unreleased breaking changes name: `Rate.numerator`. */
async function namedBreaks(): Promise<string[]> {
  const changelog = await readFile('CHANGELOG.md', 'utf8');
  const unreleased = /^## Unreleased\n([^]*?)(?=^## |$(?![^]))/m.exec(changelog)?.[1] ?? '';
  const lines = unreleased.split('\n').filter((line) => line.includes('**Breaking:**'));
  return lines.flatMap((line) => [...line.matchAll(/`([A-Z]\w*(?:\.\w+)?)`/g)].map(([, name = '']) => name));
}

const named = await namedBreaks();
const isNamed = (description: string): boolean =>
  named.some((name) => new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(description));

const breaks = findBreakingChanges(await read(released), await read('schema.graphql'));
for (const { type, description } of breaks.filter((change) => !isNamed(change.description))) {
  process.stderr.write(`${type}: ${description} Name it in CHANGELOG.md under Unreleased, with "**Breaking:**".\n`);
  process.exitCode = 1;
}
