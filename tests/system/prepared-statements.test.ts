import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo, openPool, runOn } from '../../src/platform/postgres/pool.ts';
import { testDatabase } from '../support/database.ts';

let pool: pg.Pool;
let client: pg.PoolClient;
beforeAll(async () => {
  const { url, gatewayPassword } = await testDatabase('empty');
  pool = openPool(url, gatewayPassword, 1);
  client = await connectTo(pool);
});

afterAll(async () => {
  client.release();
  await pool.end();
});

const prepared = async (): Promise<number> => {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_prepared_statements');
  return rows[0]?.n ?? 0;
};

/** A statement with a text of its own, which answers its number. */
const numbered = (index: number) => sql<{ n: number }>`select ${sql.raw(String(index))} + ${1}::int - 1 as n`;
const answerOf = async (index: number): Promise<number | undefined> => (await runOn(client, numbered(index)))[0]?.n;

describe('the statements that a connection keeps prepared', () => {
  it('are those that came a second time, and no more than it has room for', async () => {
    for (let index = 0; index < 400; index += 1) expect(await answerOf(index)).toBe(index);
    expect(await prepared()).toBe(0);
    for (let index = 0; index < 400; index += 1) expect(await answerOf(index)).toBe(index);
    expect(await prepared()).toBe(150);
  });

  it('are those that were used last', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let index = 1000; index < 1100; index += 1) expect(await answerOf(index)).toBe(index);
    }
    const { rows } = await client.query<{ statement: string }>('select statement from pg_prepared_statements');
    const kept = rows.map(({ statement }) => Number(/select (\d+)/.exec(statement)?.[1]));
    expect(kept.filter((index) => index >= 1000)).toHaveLength(100);
  });

  it('are forgotten in a transaction that has failed as in any other, and answer as before', async () => {
    await client.query('begin');
    await expect(runOn(client, sql`select 1 / 0`)).rejects.toMatchObject({ code: '22012' });
    for (let index = 0; index < 300; index += 1) await expect(answerOf(index)).rejects.toMatchObject({ code: '25P02' });
    await client.query('rollback');
    expect(await prepared()).toBeLessThanOrEqual(150);
    for (let index = 0; index < 400; index += 1) expect(await answerOf(index)).toBe(index);
    expect(await prepared()).toBe(150);
  });

  it('are right where many are sent together', async () => {
    const all = Array.from({ length: 500 }, (_, index) => index);
    for (const _round of [1, 2, 3]) expect(await Promise.all(all.map(answerOf))).toEqual(all);
    expect(await prepared()).toBe(150);
  });
});
