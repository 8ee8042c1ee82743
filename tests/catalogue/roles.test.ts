import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/open.ts';
import { asRole, testDatabase, type Sight, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let tables: string[];
beforeAll(async () => {
  database = await testDatabase('demo');
  tables = await withClient(database.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = c.relname || '_read'`);
    return rows.map(({ name }) => name);
  });
});

const count = (sight: Sight, table: string, where = 'true'): Promise<number> =>
  asRole(database.url, sight, async (client) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
    return rows[0]?.n ?? -1;
  });

const OFFICER: Sight = { role: 'hiraf_capture', records: [3, 0], capture: [3] };
const VIEWER: Sight = { role: 'hiraf_records', records: [3, 0] };

describe('the gateway', () => {
  it('inherits nothing, owns nothing and has no grant of its own', async () => {
    const [row] = await withClient(database.url, async (client) => {
      const { rows } = await client.query<{ inherits: boolean; owned: number; granted: number }>(`
        select rolinherit as inherits,
          (select count(*)::int from pg_class where relowner = r.oid) as owned,
          (select count(*)::int from information_schema.role_table_grants where grantee = r.rolname) as granted
        from pg_roles r where rolname = 'hiraf_gateway'`);
      return rows;
    });
    expect(row).toEqual({ inherits: false, owned: 0, granted: 0 });
  });

  it('reads nothing before it takes a role', async () => {
    await withClient(database.gatewayUrl, async (client) => {
      for (const table of [...tables, 'region', 'register_figure']) {
        await expect(client.query(`select from ${table} limit 1`), table).rejects.toMatchObject({ code: '42501' });
      }
    });
  });

  it('is told when no scope is set, instead of reading nothing', async () => {
    await withClient(database.gatewayUrl, async (client) => {
      await client.query('begin');
      await client.query('set local role hiraf_records');
      await expect(client.query('select from artisan limit 1')).rejects.toMatchObject({
        code: '42501',
        message: 'app.records is not set',
      });
    });
  });
});

describe('reading', () => {
  it('finds rows inside the scope and none outside, in every tenant table', async () => {
    for (const table of tables) {
      expect(await count(VIEWER, table, 'region_id = 3'), table).toBeGreaterThan(0);
      expect(await count(VIEWER, table, 'region_id not in (0, 3)'), table).toBe(0);
    }
  });

  it('is narrowed to a province for its officer', async () => {
    const sight: Sight = { ...VIEWER, province: 17 };
    expect(await count(sight, 'artisan', 'province_id = 17')).toBeGreaterThan(0);
    expect(await count(sight, 'artisan', 'province_id <> 17')).toBe(0);
    expect(await count(sight, 'body', `level = 'REGIONAL'`)).toBeGreaterThan(0);
    expect(await count(sight, 'body', 'province_id <> 17')).toBe(0);
    expect(await count(sight, 'seat', 'province_id <> 17')).toBe(0);
  });

  it('does not show identities to those who only read records', async () => {
    for (const column of ['national_id', 'birth_date', 'phone', 'company_id']) {
      await expect(count(VIEWER, 'artisan', `${column} is null`), column).rejects.toMatchObject({ code: '42501' });
      expect(await count(OFFICER, 'artisan', `${column} is not null`)).toBeGreaterThan(0);
    }
  });

  it('of figures shows no row of people', async () => {
    const analyst: Sight = { role: 'hiraf_figures' };
    expect(await count(analyst, 'register_figure')).toBeGreaterThan(0);
    for (const table of tables) {
      await expect(count(analyst, table), table).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('writing', () => {
  it('outside the capture grant is refused in every tenant table', async () => {
    for (const table of tables) {
      const move = `update ${table} set region_id = 7 where region_id = 3`;
      await expect(
        asRole(database.url, OFFICER, (client) => client.query(move)),
        table,
      ).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('touches no row outside the capture grant, even of the nation that is read', async () => {
    for (const table of tables) {
      const result = await asRole(database.url, OFFICER, (client) =>
        client.query(`update ${table} set region_id = region_id where region_id <> 3`),
      );
      expect(result.rowCount, table).toBe(0);
    }
  });

  it('by the officer of a province touches no row of the whole region nor of another province', async () => {
    const officer: Sight = { ...OFFICER, province: 17 };
    for (const table of tables) {
      const narrowed = await withClient(database.url, async (client) => {
        const sql = `select from information_schema.columns where table_name = $1 and column_name = 'province_id'`;
        return (await client.query(sql, [table])).rowCount === 1;
      });
      const elsewhere = narrowed ? 'where province_id is distinct from 17' : '';
      const result = await asRole(database.url, officer, (client) =>
        client.query(`update ${table} set region_id = region_id ${elsewhere}`),
      );
      expect(result.rowCount, table).toBe(0);
    }
    const own = await asRole(database.url, officer, (client) => client.query('update artisan set phone = null'));
    expect(own.rowCount).toBeGreaterThan(0);
    await expect(
      asRole(database.url, officer, (client) => client.query('update artisan set province_id = 18')),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is not for those who only read', async () => {
    for (const table of tables) {
      await expect(
        asRole(database.url, VIEWER, (client) => client.query(`delete from ${table}`)),
        table,
      ).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('of figures is for their triggers alone', async () => {
    for (const table of ['register_cell', 'register_figure', 'body_figure']) {
      await expect(
        asRole(database.url, { ...OFFICER, capture: [3, 0] }, (client) => client.query(`delete from ${table}`)),
        table,
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
