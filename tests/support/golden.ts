import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VIEWERS } from './api.ts';

/** `UPDATE_GOLDEN=1 npm test` writes what the operations answer and run now; look at the difference. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
type Role = keyof typeof VIEWERS | 'nobody';

/** An operation with what it answered and asked the database when it was last looked at. */
export interface Operation {
  readonly name: string;
  readonly concept: string;
  readonly role: Role;
  /** Stated by hand, so that one more is not let in with the rest. */
  readonly statements: number;
  readonly variables: object | undefined;
  readonly query: string;
  /** What is kept, or what is to be kept from now on. */
  kept(kind: 'json' | 'sql', now: string): string;
  /** An answer and the statements that it took, as they are kept. */
  written(answer: object, statements: readonly string[]): { readonly answer: string; readonly sql: string };
}

// `# as regional-viewer; statements: 2`, and perhaps `# with { "code": "MA-03" }` in the next line.
const HEAD = /^# as ([a-z-]+); statements: (\d+)\n(?:# with (\{.*\})\n)?/;

const isRole = (word: string): word is Role => word === 'nobody' || word in VIEWERS;

const masked = (answer: string): string => answer.replaceAll(/"asOf": "\d{4}-\d{2}-\d{2}T[^"]+"/g, '"asOf": "now"');

function kept(file: string, now: string): string {
  if (UPDATE) writeFileSync(file, now);
  if (!existsSync(file)) throw new Error(`${file} is missing. Write it with UPDATE_GOLDEN=1.`);
  return readFileSync(file, 'utf8');
}

function operationOf(folder: string, name: string): Operation {
  const query = readFileSync(join(folder, `${name}.graphql`), 'utf8');
  const [, role = '', statements, variables] = HEAD.exec(query) ?? [];
  if (!isRole(role)) throw new Error(`${name}.graphql does not begin with "# as <role>; statements: <number>".`);
  return {
    ...{ name, role, query, concept: name.split('/')[0] ?? '', statements: Number(statements) },
    variables: variables === undefined ? undefined : (JSON.parse(variables) as object),
    kept: (kind, now) => kept(join(folder, `${name}.${kind}`), now),
    // One statement to a line, as it was run, without the spaces of the source.
    written: (answer, ran) => ({
      answer: masked(`${JSON.stringify(answer, null, 2)}\n`),
      sql: ran.map((sql) => `${sql.replaceAll(/\s+/g, ' ').trim()}\n`).join(''),
    }),
  };
}

/** The operations of a folder, by concept and name. */
export const goldenOf = (folder: string): Operation[] =>
  globSync('*/*.graphql', { cwd: folder })
    .map((file) => operationOf(folder, file.replace(/\.graphql$/, '')))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
