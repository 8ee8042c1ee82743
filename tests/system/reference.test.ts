import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReferenceSource } from '../../src/platform/tenancy/reference.ts';
import { ReferenceCache } from '../../src/platform/tenancy/reference-cache.ts';
import { openPool } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** What loads have read, and what they have ended with, in order. Each ends when what it waits for is there. */
const read: string[] = [];
const ended: string[] = [];
let until: Promise<void> = Promise.resolve();
const source: ReferenceSource<string> = {
  name: 'the name of the first office',
  load: async (run) => {
    const [office] = await run<{ name: string }>(sql`select name_en as name from office where id = 1`);
    read.push(office?.name ?? '');
    await until;
    ended.push(office?.name ?? '');
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
  const listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  let heard = 0;
  listener.on('notification', () => (heard += 1));
  await listener.query('listen hiraf_reference');
  let finish = (): void => undefined;
  until = new Promise((resolve) => {
    finish = resolve;
  });
  await rename('First');
  await expect.poll(() => read.at(-1)).toBe('First');
  until = Promise.resolve();
  await rename('Last');
  await expect.poll(() => heard).toBe(2);
  finish();
  await expect.poll(() => ended.slice(-2)).toEqual(['First', 'Last']);
  await expect.poll(() => store.snapshot.get(source)).toBe('Last');
  await listener.end();
});
