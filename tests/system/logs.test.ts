import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { program } from '../support/process.ts';
import { application, REGISTER } from '../trail/people.ts';

const { dir, start, databaseUrl } = await program();

/** What the database says of a row, in every part of its errors. */
const LOUD = [
  `alter table artisan add constraint never_fatima check (name_latin <> 'Fatima Alaoui')`,
  `create function app.loud() returns trigger language plpgsql as $$ begin
     raise exception 'the number "%" of % is not welcome', new.national_id, new.phone
       using detail = new.name_latin, hint = new.national_id, errcode = 'data_exception'; end $$`,
  `create trigger loud before insert on artisan for each row when (new.name_latin = 'Loud') execute function app.loud()`,
];
const VALUES = /CD77|2126777|Fatima|Loud|فاطمة|1988-03-02/;

it('name the place of a fault in the database, and no value of a row', { timeout: 120_000 }, async () => {
  const { address, said, child, ended } = await start({ LOG_LEVEL: 'error' });
  await withClient(await databaseUrl(), async (client) => {
    for (const statement of LOUD) await client.query(statement);
  });
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' };
  const token = await signToken({ subject: 'tester', role: 'regional-officer', region: 'MA-03' }, signing);
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (const nameLatin of ['Fatima Alaoui', 'Loud']) {
    const input = application(770_000 + nameLatin.length, { nameLatin, phone: '+212677777777' });
    const body = JSON.stringify({ query: REGISTER, variables: { input } });
    const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body });
    expect(await response.text()).toContain('INTERNAL_SERVER_ERROR');
  }
  await expect.poll(() => said().match(/"fault"/g)).toHaveLength(2);
  child.kill('SIGTERM');
  await ended;
  const faults = said()
    .split('\n')
    .filter((line) => line.includes('"fault"'));
  const [checked, raised] = faults.map((line) => (JSON.parse(line) as { err: Record<string, unknown> }).err);
  expect(checked).toMatchObject({
    ...{ type: 'DatabaseError', code: '23514', table: 'artisan', constraint: 'never_fatima', schema: 'public' },
    stack: expect.stringContaining('registerArtisan') as string,
  });
  expect(raised).toMatchObject({ type: 'DatabaseError', code: '22000', severity: 'ERROR' });
  expect(said()).not.toMatch(VALUES);
  const server = await readFile(join(dir, 'postgres', 'server.log'), 'utf8');
  expect(server).toContain('ready to accept connections');
  expect(server).not.toMatch(VALUES);
});
