import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { asRole, testDatabase, type Sight, type TestDatabase } from '../support/database.ts';
import { catalogueOf, FIGURE, TABLES, TENANT } from './tables.ts';

interface Table {
  readonly name: string;
  readonly columns: string[];
}

// Fès-Meknès is region 3, Marrakech-Safi is 7, and 0 is the nation, which everybody reads.
const [OWN, FOREIGN, NATION] = [3, 7, 0];
const VIEWER: Sight = { role: 'hiraf_records', records: [OWN, NATION] };
const OFFICER: Sight = { role: 'hiraf_capture', records: [OWN, NATION], capture: [OWN] };

const REFUSED = { code: '42501' };
// Not for want of a grant on the table: the policy itself says no.
const WALL = { code: '42501', message: expect.stringContaining('row-level security policy') as string };

let database: TestDatabase;
let tables: string[];
let tenants: Table[];
let figures: string[];
let provinces: { own: number; other: number };
beforeAll(async () => {
  database = await testDatabase('demo');
  const catalogue = catalogueOf(database);
  tables = await catalogue.names(TABLES);
  figures = await catalogue.names(FIGURE);
  tenants = await catalogue.rows<Table>(`select t.name, array(
      select quote_ident(attname) from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped
    )::text[] as columns from (${TENANT}) t order by t.name`);
  const [first, second] = await catalogue.rows<{ id: number }>(
    `select id from province where region_id = ${String(OWN)} order by population desc limit 2`,
  );
  provinces = { own: first?.id ?? -1, other: second?.id ?? -1 };
  await populate(Object.values(provinces));
});

/** A copied row for each province, where the demonstration has none; foreign keys are not asked. */
async function populate(wanted: number[]): Promise<void> {
  await withClient(database.url, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const { name, columns } of tenants.filter(hasProvince)) {
      const copied = columns.filter((column) => column !== 'id' && column !== 'province_id').join(', ');
      for (const province of wanted) {
        await client.query(
          `insert into ${name} (province_id, ${copied}) select $1, ${copied} from ${name}
             where ${of(OWN)} and not exists (select from ${name} where ${of(OWN)} and province_id = $1) limit 1`,
          [province],
        );
      }
    }
  });
}

const run = (sight: Sight, sql: string) => asRole(database.url, sight, (client) => client.query(sql));

const count = async (sight: Sight, table: string, where = 'true'): Promise<number> => {
  const { rows } = await run(sight, `select count(*)::int as n from ${table} where ${where}`);
  return (rows[0] as { n: number }).n;
};

/** What the owner counts, outside the wall. */
const there = (table: string, where: string): Promise<number> =>
  withClient(database.url, async (client) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
    return rows[0]?.n ?? -1;
  });

const of = (region: number): string => `region_id = ${String(region)}`;
const hasProvince = ({ columns }: Table): boolean => columns.includes('province_id');
const withProvince = (): string[] => tenants.filter(hasProvince).map(({ name }) => name);

describe('the gateway', () => {
  it('reads nothing before it takes a role', async () => {
    await withClient(database.gatewayUrl, async (client) => {
      for (const table of tables) {
        await expect(client.query(`select from ${table} limit 1`), table).rejects.toMatchObject(REFUSED);
      }
    });
  });

  it('is told when no scope is set, instead of reading nothing', async () => {
    const scopes = [
      ...tenants.map(({ name }) => [name, 'hiraf_records', 'app.records']),
      ...figures.map((name) => [name, 'hiraf_figures', 'app.figures']),
    ];
    await withClient(database.gatewayUrl, async (client) => {
      for (const [table = '', role = '', setting = ''] of scopes) {
        await client.query('begin');
        await client.query(`set local role ${role}`);
        await expect(client.query(`select from ${table} limit 1`), table).rejects.toMatchObject({
          ...REFUSED,
          message: `${setting} is not set`,
        });
        await client.query('rollback');
      }
    });
  });

  it('may not take the role that writes figures', async () => {
    await withClient(database.gatewayUrl, async (client) => {
      await expect(client.query('set role hiraf_figures_writer')).rejects.toMatchObject(REFUSED);
    });
  });
});

describe('reading', () => {
  it('finds every row inside the scope and none outside, in every tenant table', async () => {
    for (const { name } of tenants) {
      const inside = `region_id in (${String(OWN)}, ${String(NATION)})`;
      expect(await there(name, of(OWN)), name).toBeGreaterThan(0);
      expect(await there(name, `not (${inside})`), name).toBeGreaterThan(0);
      expect(await count(VIEWER, name), name).toBe(await there(name, inside));
      expect(await count(VIEWER, name, `not (${inside})`), name).toBe(0);
    }
  });

  it('finds nothing in an empty scope', async () => {
    for (const { name } of tenants) expect(await count({ role: 'hiraf_records', records: [] }, name), name).toBe(0);
  });

  it('of figures keeps to their own scope, and shows no row of people', async () => {
    const analyst: Sight = { role: 'hiraf_figures', figures: [OWN] };
    for (const table of figures) {
      expect(await count(analyst, table), table).toBe(await there(table, of(OWN)));
      expect(await there(table, of(FOREIGN)), table).toBeGreaterThan(0);
    }
    for (const { name } of tenants) await expect(count(analyst, name), name).rejects.toMatchObject(REFUSED);
  });

  it('does not show identities to those who only read records', async () => {
    for (const column of ['national_id', 'birth_date', 'phone', 'company_id']) {
      await expect(count(VIEWER, 'artisan', `${column} is null`), column).rejects.toMatchObject(REFUSED);
      expect(await count(OFFICER, 'artisan', `${column} is not null`), column).toBeGreaterThan(0);
    }
    await expect(run(VIEWER, 'select * from artisan limit 1')).rejects.toMatchObject(REFUSED);
  });
});

describe('an officer of a province', () => {
  it('reads its rows and those of the region as a whole, in every table that has a province', async () => {
    const narrow: Sight = { ...VIEWER, province: provinces.own };
    const near = `(province_id is null or province_id = ${String(provinces.own)})`;
    expect(withProvince().length).toBeGreaterThan(8);
    for (const table of withProvince()) {
      const far = `region_id = ${String(OWN)} and not ${near}`;
      expect(await there(table, far), table).toBeGreaterThan(0);
      expect(await count(narrow, table), table).toBe(
        await there(table, `region_id in (0, ${String(OWN)}) and ${near}`),
      );
    }
  });

  it('writes nothing of the region as a whole', async () => {
    const narrow: Sight = { ...OFFICER, province: provinces.own };
    for (const { name, columns } of tenants) {
      const whole = columns.includes('province_id') ? 'province_id is null' : 'true';
      const reached = await run(narrow, `update ${name} set region_id = region_id where ${whole}`);
      expect(reached.rowCount, name).toBe(0);
      const values = columns.map((column) => (column === 'province_id' ? 'null' : column)).join(', ');
      const copy = `insert into ${name} (${columns.join(', ')}) select ${values} from ${name} where ${of(OWN)} limit 1`;
      await expect(run(narrow, copy), name).rejects.toMatchObject(WALL);
    }
  });

  it('writes nothing of another province, nor moves a row to it', async () => {
    const narrow: Sight = { ...OFFICER, province: provinces.own };
    for (const table of withProvince()) {
      const other = String(provinces.other);
      const reached = await run(narrow, `update ${table} set province_id = province_id`);
      expect(reached.rowCount, table).toBe(await there(table, `province_id = ${String(provinces.own)}`));
      expect(await there(table, `province_id = ${other}`), table).toBeGreaterThan(0);
      const move = `update ${table} set province_id = ${other} where province_id = ${String(provinces.own)}`;
      await expect(run(narrow, move), table).rejects.toMatchObject(WALL);
    }
  });
});

describe('writing', () => {
  it('reaches every row inside the capture grant and none outside, even of the nation that is read', async () => {
    for (const { name } of tenants) {
      const own = await run(OFFICER, `update ${name} set region_id = region_id`);
      expect(own.rowCount, name).toBe(await there(name, of(OWN)));
      expect((await run(OFFICER, `delete from ${name} where not (${of(OWN)})`)).rowCount, name).toBe(0);
    }
  });

  it('of a row outside the capture grant is refused in every tenant table', async () => {
    for (const { name, columns } of tenants) {
      for (const region of [FOREIGN, NATION]) {
        const values = columns.map((column) => (column === 'region_id' ? String(region) : column)).join(', ');
        const copy = `insert into ${name} (${columns.join(', ')}) select ${values} from ${name} where ${of(OWN)} limit 1`;
        await expect(run(OFFICER, copy), `${name} ${String(region)}`).rejects.toMatchObject(WALL);
        const move = `update ${name} set region_id = ${String(region)} where ${of(OWN)}`;
        await expect(run(OFFICER, move), `${name} ${String(region)}`).rejects.toMatchObject(WALL);
      }
    }
  });

  it('is told when no capture is set, instead of changing nothing', async () => {
    for (const { name } of tenants) {
      const blind = asRole(database.url, OFFICER, async (client) => {
        await client.query(`select set_config('app.capture', '', true)`);
        return client.query(`update ${name} set region_id = region_id`);
      });
      await expect(blind, name).rejects.toMatchObject({ ...REFUSED, message: 'app.capture is not set' });
    }
  });

  it('is not for those who only read', async () => {
    const keen: Sight = { ...VIEWER, capture: [OWN] };
    for (const { name } of tenants) {
      await expect(run(keen, `delete from ${name}`), name).rejects.toMatchObject(REFUSED);
      await expect(run(keen, `update ${name} set region_id = region_id`), name).rejects.toMatchObject(REFUSED);
    }
  });

  it('of figures is for their triggers alone', async () => {
    const everywhere: Sight = { ...OFFICER, capture: [NATION, OWN] };
    for (const table of figures) {
      await expect(run(everywhere, `delete from ${table}`), table).rejects.toMatchObject(REFUSED);
      await expect(run(everywhere, `update ${table} set region_id = 3`), table).rejects.toMatchObject(REFUSED);
      await expect(run(everywhere, `insert into ${table} select * from ${table} limit 1`), table).rejects.toMatchObject(
        REFUSED,
      );
    }
  });
});
