import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { runCommand, type Ended } from '../support/command.ts';
import { asRole, type Sight } from '../support/database.ts';
import { application, REGISTER } from './people.ts';

const OFFICER = VIEWERS['central-officer'];
const PROVINCES = ['MA-FES', 'MA-MEK', 'MA-MAR', 'MA-CAS'];
const CAPTURE: Sight = { role: 'hiraf_capture', records: [3], capture: [3] };
const REFUSED = { code: '42501' };

let api: Api;
let dir: string;
beforeAll(async () => {
  api = await testApi('empty');
  dir = await mkdtemp(join(tmpdir(), 'hiraf-trail-'));
  const all = Array.from({ length: 80 }, (_, n) => application(n, { province: PROVINCES[n % PROVINCES.length] }));
  const answers = await Promise.all(all.map((input) => api.ask(OFFICER, REGISTER, { input })));
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const audit = (...args: string[]): Promise<Ended> => runCommand('audit', args, { DATABASE_URL: api.database.url });
const owner = async <Row>(sql: string): Promise<Row[]> =>
  withClient(api.database.url, async (client) => (await client.query<Row & object>(sql)).rows);

describe('the trail of a region', () => {
  it('is added to and never changed, by any role that the API takes', async () => {
    for (const role of ['hiraf_public', 'hiraf_figures', 'hiraf_records', 'hiraf_capture'] as const) {
      for (const table of ['audit_entry', 'audit_head', 'outbox_event']) {
        const region = 'set region_id = region_id';
        for (const change of [`update ${table} ${region}`, `delete from ${table}`, `truncate ${table}`]) {
          const done = asRole(api.database.url, { ...CAPTURE, role }, (client) => client.query(change));
          await expect(done, `${role}: ${change}`).rejects.toMatchObject(REFUSED);
        }
      }
    }
  });

  it('gives numbers, moments and hashes itself', async () => {
    const given = { seq: '1', at: 'now()', previous_hash: `'\\x00'`, hash: `'\\x00'` };
    for (const [column, value] of Object.entries(given)) {
      const chosen = `insert into audit_entry (region_id, subject, role, request_id, action, type, ${column})
        values (3, 's', 'r', 'q', 'a', 'Artisan', ${value})`;
      await expect(
        asRole(api.database.url, CAPTURE, (client) => client.query(chosen)),
        column,
      ).rejects.toMatchObject(REFUSED);
    }
  });

  it('holds after many writers of several regions at once, each chain by itself', async () => {
    const all = await audit('verify', '--all');
    expect(all).toMatchObject({ code: 0, complained: '' });
    const lines = all.said.trim().split('\n');
    expect(lines).toHaveLength(13);
    expect(lines[3]).toMatch(/^MA-03: 40 entries hold\. Last 40, head [0-9a-f]{64}$/);
    expect(lines[7]).toMatch(/^MA-07: 20 entries hold\. Last 20,/);
    expect(lines[0]).toMatch(/^MA: 0 entries hold\. Last 0,/);
    const told = await owner<{ same: boolean }>(`
      select count(*) = count(o.seq) and bool_and(o.changed @> '{nameAr,nationalId}') as same
      from audit_entry a left join outbox_event o using (region_id, seq, type, entity_id)`);
    expect(told).toEqual([{ same: true }]);
  });
});

describe('an export', () => {
  it('is checked by a region without a database, and shows where it was touched', async () => {
    const { code, said } = await audit('export', '--region', 'MA-03');
    expect(code).toBe(0);
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(41);
    const offline = async (kept: readonly string[], ...more: string[]) => {
      const file = join(dir, 'export.jsonl');
      await writeFile(file, `${kept.join('\n')}\n`);
      return runCommand('audit', ['verify', '--file', file, ...more], { DATABASE_URL: 'postgres://nowhere.invalid/x' });
    };
    const { hash } = JSON.parse(lines[19] ?? '') as { hash: string };
    expect(await offline(lines, '--expect', hash)).toMatchObject({ code: 0, complained: '' });
    expect(await offline(lines, '--expect', 'a'.repeat(64))).toMatchObject({ code: 1 });
    const forged = lines.map((line, index) => (index === 24 ? line.replace('Fatima', 'Fatiha') : line));
    expect((await offline(forged)).said).toMatch(/broken at entry 25 after 24 that hold\. CONTENT differs/);
    expect((await offline(lines.toSpliced(9, 1))).said).toMatch(/broken at entry 10 .*NUMBER differs: expected 10/);
    expect(await offline(lines.slice(0, 30))).toMatchObject({ code: 1 });
    expect(await offline([...lines.slice(0, 3), 'nonsense'])).toMatchObject({ code: 2 });
  });

  it('is wanted of a region that there is', async () => {
    expect(await audit('export', '--region', 'MA-13')).toMatchObject({ code: 2, said: '' });
    expect((await audit('verify')).complained).toContain('Usage:');
  });
});

describe('what the owner of the database touches', () => {
  // The order matters: each is put right again for the next one.
  const touched = async (change: string, undo: string): Promise<Ended> => {
    await owner(change);
    const found = await audit('verify', '--region', 'MA-03');
    await owner(undo);
    return found;
  };
  const of = (seq: number) => `where region_id = 3 and seq = ${String(seq)}`;

  it('is found at the entry that was changed', async () => {
    const who = (name: string) => `update audit_entry set subject = '${name}' ${of(17)}`;
    const { code, said } = await touched(who('somebody'), who('tester'));
    expect(code).toBe(1);
    expect(said).toMatch(/^MA-03: broken at entry 17 after 16 that hold\. CONTENT differs/);
  });

  it('is found where an entry is gone, and where the end is cut off', async () => {
    const away = (seq: number) => [`create table kept as select * from audit_entry ${of(seq)}`, of(seq)] as const;
    const back = `alter table audit_entry disable trigger audit_chain; insert into audit_entry select * from kept;
      alter table audit_entry enable trigger audit_chain; drop table kept`;
    for (const [seq, differs] of [
      [23, /broken at entry 23 .*NUMBER differs: expected 23, found 24/],
      [40, /broken at entry 39 .*HEAD differs/],
    ] as const) {
      const [keep, row] = away(seq);
      const { code, said } = await touched(`${keep}; delete from audit_entry ${row}`, back);
      expect(code).toBe(1);
      expect(said).toMatch(differs);
    }
  });

  it('is found by a hash that was noted down, even when all was written anew', async () => {
    const [noted] = await owner<{ hash: string }>(`select encode(hash, 'hex') as hash from audit_entry ${of(40)}`);
    await owner(`create table kept as select * from audit_entry where region_id = 3;
      delete from audit_entry where region_id = 3; delete from audit_head where region_id = 3;
      insert into audit_entry (region_id, subject, role, request_id, action, type, entity_id, version, after)
        select 3, 'somebody', role, request_id, action, type, entity_id, version, after from kept order by seq`);
    expect(await audit('verify', '--region', 'MA-03')).toMatchObject({ code: 0 });
    const { code, said } = await audit('verify', '--region', 'MA-03', '--expect', noted?.hash ?? '');
    expect(code).toBe(1);
    expect(said).toContain('not in the chain');
  });
});
