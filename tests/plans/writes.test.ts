import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { done, key } from '../support/commands.ts';
import { planOf } from '../support/plans.ts';

let api: Api;
let owner: pg.Client;
beforeAll(async () => {
  api = await testApi('demo');
  owner = new pg.Client({ connectionString: api.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
});

const OFFICER = VIEWERS['regional-officer'];
const PERSON = {
  ...{ province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', nameAr: 'سعيد بناني', nameLatin: 'Said Bennani' },
  ...{ sex: 'MALE', birthDate: '1984-05-06', qualification: 'PRACTICE', nationalId: 'ZX481516' },
};
/** Tables that grow with each change; a connection keeps the plan that it made while they were small. */
const GROWING = ['artisan', 'audit_entry', 'idempotency_key', 'number_count', 'outbox_event', 'register_issue'];

describe('a registration', () => {
  it('looks up whatever it reads, from the first day of a database on', async () => {
    api.statements();
    await done(api, OFFICER, { name: 'registerArtisan', input: { ...key(), ...PERSON } });
    const statements = api.statements();
    const read = new Set<string>();
    await owner.query('begin');
    await owner.query(`
      select set_config('app.records', '{3}', true), set_config('app.capture', '{3}', true),
        set_config('app.province', '', true), set_config('role', 'hiraf_capture', true)`);
    for (const statement of statements) {
      for (const node of await planOf(owner, statement)) {
        const table = node['Relation Name'] ?? '';
        if (!GROWING.includes(table)) continue;
        read.add(table);
        expect(node['Node Type'], `${table}: ${statement}`).not.toBe('Seq Scan');
      }
    }
    await owner.query('rollback');
    expect([...read]).toEqual(expect.arrayContaining(['idempotency_key', 'number_count', 'artisan']));
  });
});
