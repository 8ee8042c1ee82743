import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { asRole, testDatabase, type TestDatabase } from '../support/database.ts';
import { OFFICERS } from '../support/history.ts';
import { EVERYWHERE, recounted } from '../support/recount.ts';

const WRITERS = 6;
const TURNS = 30;

let demo: TestDatabase;
beforeAll(async () => {
  demo = await testDatabase('demo');
});

const differences = () => recounted(demo.url);

/** A connection that writes as an officer of the centre, each statement a transaction of its own. */
async function officer(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: demo.url, options: '-c deadlock_timeout=20ms' });
  await client.connect();
  const { records, capture } = OFFICERS.centre;
  await client.query(`select set_config('app.records', $1, false), set_config('app.capture', $2, false)`, [
    records,
    capture,
  ]);
  await client.query('set role hiraf_capture');
  return client;
}

// Rows of its own for each writer, from all places, professions and states: what they share are the figures.
const STATEMENTS: readonly string[] = [
  'update artisan set practising = not practising where id % 6 = $1::int and id % 5 = $2::int % 5',
  'update artisan set profession_id = 1 + (profession_id + $2::int) % 20 where id % 6 = $1::int and id % 7 = $2::int % 7',
  `update artisan a set region_id = p.region_id, province_id = p.id, body_id = null, member_since = null
    from province p where p.id = 1 + (a.id / 6 + $2::int) % 75 and a.id % 6 = $1::int and a.id % 41 = $2::int % 41
    and not exists (select from committee_member m where m.region_id = a.region_id and m.artisan_id = a.id)`,
  `insert into seat (region_id, province_id, body_id, office_id, name_ar, name_latin, sex)
    select region_id, province_id, id, 1, 'اسم', 'Nom', 'FEMALE' from body where (id + $1::int + $2::int) % 6 = 0`,
  `update body set approved_on = date '2026-01-01' + $2::int where id % 6 = $1::int`,
  'delete from seat where office_id = 1 and id % 6 = $1::int and id % 4 = $2::int % 4',
];

describe('writers of one statement at a time', () => {
  it('never wait for one another in a circle, and leave every figure exact', async () => {
    const deadlocks = () =>
      withClient(demo.url, async (client) => {
        await client.query('select pg_stat_force_next_flush()');
        const { rows } = await client.query<{ deadlocks: number }>(
          'select deadlocks::int from pg_stat_database where datname = current_database()',
        );
        return rows[0]?.deadlocks;
      });
    let changed = 0;
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const client = await officer();
        for (let turn = 0; turn < TURNS; turn += 1) {
          const statement = STATEMENTS[(turn + writer) % STATEMENTS.length] ?? '';
          const { rowCount } = await client.query(statement, [writer, turn]);
          changed += rowCount ?? 0;
        }
        await client.end();
      }),
    );
    expect(changed).toBeGreaterThan(30_000);
    expect(await deadlocks()).toBe(0);
    expect(await differences()).toEqual([]);
  }, 120_000);
});

describe('a body', () => {
  it.each([
    // Of a class without bodies, so that none stands in the way.
    'body_class_id = 9',
    'body_class_id = 9, province_id = 18',
    `body_class_id = 9, level = 'REGIONAL', province_id = null`,
    'body_class_id = 9, region_id = 4, province_id = 26',
  ])('keeps the place in which its seats and delegates are counted: %s', async (change) => {
    const refused = asRole(demo.url, { ...EVERYWHERE, capture: EVERYWHERE.records }, (client) =>
      client.query(`update body set ${change} where region_id = 3 and body_class_id = 1 and province_id = 17`),
    );
    await expect(refused).rejects.toMatchObject({ code: expect.stringMatching(/^23(001|503)$/) as string });
  });
});

describe('a seat', () => {
  it('of a body out of sight is refused, since it could not be counted', async () => {
    const rows = await withClient(demo.url, (client) =>
      client.query<{ id: number }>('select body_id as id from seat where region_id = 7 limit 1'),
    );
    const added = (records: number[]) =>
      asRole(demo.url, { role: 'hiraf_capture', records, capture: [3, 7] }, (client) =>
        client.query('insert into seat (region_id, body_id, office_id) values (7, $1, 1)', [rows.rows[0]?.id]),
      );
    await expect(added([3])).rejects.toMatchObject({ code: '23502' });
    expect((await added([3, 7])).rowCount).toBe(1);
  });
});
