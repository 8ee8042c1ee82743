import { sql } from 'kysely';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { RequestScope } from '../../src/platform/tenancy/request-scope.ts';
import { ANONYMOUS } from '../../src/platform/auth/viewer.ts';
import { WriteTransaction } from '../../src/platform/tenancy/write-transaction.ts';
import { openPool } from '../../src/platform/postgres/pool.ts';
import { whenDone } from '../support/closing.ts';
import { testDatabase } from '../support/database.ts';

let pool: pg.Pool;
beforeAll(async () => {
  const database = await testDatabase('empty');
  pool = openPool(database.url, database.gatewayPassword, 2);
  whenDone(() => pool.end());
});

const ONE = sql<{ one: number }>`select 1 as one`;
const taken = (): number => pool.totalCount - pool.idleCount;

describe('what still runs when its request is over', () => {
  it('takes no connection that nobody would give back', async () => {
    const scope = new RequestScope(
      ANONYMOUS,
      { pool, snapshot: new Map(), find: () => null, limits: { changes: 1, hits: 1 } },
      'over',
    );
    expect(await scope.rows(ONE)).toEqual([{ one: 1 }]);
    scope.finish();
    await expect(scope.rows(ONE)).rejects.toThrow('over');
    await expect.poll(taken).toBe(0);
  });

  it('takes none after a change has been made or undone either', async () => {
    for (const end of ['commit', 'rollback'] as const) {
      const write = new WriteTransaction(
        ANONYMOUS,
        { pool, snapshot: new Map(), find: () => null, limits: { changes: 1, hits: 1 } },
        'over',
      );
      expect(await write.rows(ONE)).toEqual([{ one: 1 }]);
      await write.end(end);
      await expect(write.rows(ONE)).rejects.toThrow('over');
    }
    await expect.poll(taken).toBe(0);
  });
});
