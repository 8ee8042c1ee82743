import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

/** `UPDATE_GOLDEN=1 npm test` writes what the operations answer and run now; look at the difference. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';
const HERE = import.meta.dirname;
const OPERATIONS = globSync('*/*.graphql', { cwd: HERE })
  .map((file) => file.replace(/\.graphql$/, ''))
  .sort();

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

/** One statement to a line, as it was run, without the spaces of the source. */
const written = (statements: readonly string[]): string =>
  statements.map((sql) => `${sql.replaceAll(/\s+/g, ' ').trim()}\n`).join('');

const masked = (answer: string): string => answer.replaceAll(/"asOf": "\d{4}-\d{2}-\d{2}T[^"]+"/g, '"asOf": "now"');

function golden(file: string, now: string): string {
  if (UPDATE || !existsSync(file)) {
    if (!UPDATE) throw new Error(`${file} is missing. Write it with UPDATE_GOLDEN=1.`);
    writeFileSync(file, now);
  }
  return readFileSync(file, 'utf8');
}

describe('an operation', () => {
  it('is kept for every concept, 25 of them at least', () => {
    expect(OPERATIONS.length).toBeGreaterThanOrEqual(25);
  });

  it.each(OPERATIONS)('answers and asks the database as it did: %s', async (name) => {
    const query = readFileSync(`${HERE}/${name}.graphql`, 'utf8');
    const role = /^# as ([a-z-]+)/.exec(query)?.[1] ?? '';
    api.statements();
    const { data, errors } = await api.ask(role === 'nobody' ? null : VIEWERS[role as keyof typeof VIEWERS], query);
    const sql = written(api.statements());
    const answer = masked(`${JSON.stringify({ data, errors }, null, 2)}\n`);
    expect(errors).toBeUndefined();
    expect(answer).toBe(golden(`${HERE}/${name}.json`, answer));
    expect(sql).toBe(golden(`${HERE}/${name}.sql`, sql));
  });
});
