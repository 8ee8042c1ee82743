import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReferenceSource } from '../../src/platform/tenancy/reference.ts';
import { ReferenceCache } from '../../src/platform/tenancy/reference-cache.ts';
import { openPool } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** How long the next load takes after it has read. */
let delay = 0;
const source: ReferenceSource<string> = {
  name: 'the name of the first office',
  load: async (run) => {
    const [office] = await run<{ name: string }>(sql`select name_en as name from office where id = 1`);
    const slow = delay;
    delay = 0;
    await sleep(slow);
    return office?.name ?? '';
  },
};

let database: TestDatabase;
let pool: pg.Pool;
let store: ReferenceCache;
beforeAll(async () => {
  database = await testDatabase('empty');
  pool = openPool(database.url, database.gatewayPassword, 4);
  store = new ReferenceCache(pool, [source], {
    connect: () => new pg.Client({ connectionString: database.gatewayUrl }),
    onFault: (error) => {
      throw error;
    },
  });
  await store.open();
});
afterAll(async () => {
  await store.close();
  await pool.end();
});

const rename = (name: string) =>
  withClient(database.url, (client) => client.query('update office set name_en = $1 where id = 1', [name]));

it('holds the last of two changes, though the first one takes longer to load', async () => {
  delay = 500;
  await rename('First');
  await sleep(150);
  await rename('Last');
  await sleep(900);
  expect(store.snapshot.get(source)).toBe('Last');
});
