import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase('empty');
});

const query = <Row extends object>(sql: string): Promise<Row[]> =>
  withClient(database.url, async (client) => (await client.query<Row>(sql)).rows);

const names = async (sql: string): Promise<string[]> => (await query<{ name: string }>(sql)).map(({ name }) => name);

const TABLES = `select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname !~ '^migration'`;
// Public reference data: everybody reads it, whatever the region.
const REFERENCE = `('region', 'province', 'institution', 'published_figure')`;
const OF_REGION = `select t.* from (${TABLES}) t
  join pg_attribute a on a.attrelid = t.oid and a.attname = 'region_id' and t.name not in ${REFERENCE}`;
const FIGURES = `('register_cell', 'register_figure', 'body_figure')`;
const TENANT = `select * from (${OF_REGION}) r where name not in ${FIGURES}`;

describe('every table', () => {
  it('has a primary key', async () => {
    expect(
      await names(`select name from (${TABLES}) t
        where not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')`),
    ).toEqual([]);
  });

  it('of a region has its region first in its key', async () => {
    expect(
      await names(`select t.name from (${OF_REGION}) t
        join pg_index i on i.indrelid = t.oid and i.indisprimary
        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where a.attname <> 'region_id'`),
    ).toEqual([]);
  });

  it('of a region stands behind row security, for its owner too', async () => {
    const tables = await names(`select name from (${OF_REGION}) t`);
    expect(tables.length).toBeGreaterThan(15);
    expect(await names(`select name from (${OF_REGION}) t where not (relrowsecurity and relforcerowsecurity)`)).toEqual(
      [],
    );
  });
});

describe('every tenant table', () => {
  it('grants by a permissive policy and keeps the tenant by restrictive ones', async () => {
    const rows = await query<{ name: string; policies: string[] }>(`
      select t.name, array_agg(p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive::text order by p.polname)::text[] as policies
      from (${TENANT}) t join pg_policy p on p.polrelid = t.oid group by t.name`);
    expect(rows.length).toBeGreaterThan(12);
    for (const { name, policies } of rows) {
      expect(policies, name).toEqual(
        expect.arrayContaining([
          `${name}_sight * true`,
          `${name}_read r false`,
          `${name}_insert a false`,
          `${name}_update w false`,
          `${name}_delete d false`,
        ]),
      );
    }
  });

  it('is narrowed by province exactly when it has one', async () => {
    const rows = await query<{ name: string; column: boolean; policy: boolean }>(`
      select t.name,
        exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'province_id') as column,
        exists (select from pg_policy p where p.polrelid = t.oid and p.polname = t.name || '_province'
          and not p.polpermissive) as policy
      from (${TENANT}) t`);
    expect(rows.filter(({ column, policy }) => column !== policy)).toEqual([]);
  });

  it('asks for the scope once for a statement and not for each row', async () => {
    // Inside a scalar sub-select the planner evaluates it once; as a plain call it would run for each row.
    const definitions = await names(`select pg_get_expr(polqual, polrelid) as name from pg_policy
      where pg_get_expr(polqual, polrelid) like '%_scope()%'`);
    expect(definitions.filter((text) => !/SELECT app\.\w+_scope\(\)/.test(text))).toEqual([]);
  });
});

describe('foreign keys', () => {
  const KEYS = `
    select con.conrelid::regclass || ' (' || string_agg(a.attname, ', ' order by k.place) || ')' as name,
      bool_or(a.attname in ('region_id', 'artisan_region_id')) as carries, con.conkey, con.conrelid
    from pg_constraint con
    join (${TENANT}) child on child.oid = con.conrelid
    join (${TENANT}) parent on parent.oid = con.confrelid
    cross join lateral unnest(con.conkey) with ordinality k (attnum, place)
    join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
    where con.contype = 'f' group by con.oid, con.conrelid, con.conkey`;

  it('between tenant tables carry the region', async () => {
    expect((await names(KEYS)).length).toBeGreaterThan(10);
    expect(await names(`select name from (${KEYS}) k where not carries`)).toEqual([]);
  });

  it('between tenant tables are found by an index', async () => {
    expect(
      await names(`select name from (${KEYS}) k where not exists (
        select from pg_index i where i.indrelid = k.conrelid
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`),
    ).toEqual([]);
  });

  it('stand on every column that names a row of a tenant table', async () => {
    expect(
      await names(`select t.name || '.' || a.attname as name from (${TENANT}) t
        join pg_attribute a on a.attrelid = t.oid and a.attname ~ '_id$' and a.attname not in ('national_id', 'company_id')
        where not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'
          and a.attnum = any (c.conkey))`),
    ).toEqual([]);
  });
});

describe('what crosses the wall elsewhere', () => {
  it('is not a view of the owner nor a materialised one', async () => {
    expect(
      await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace
        and (relkind = 'm' or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false)))`),
    ).toEqual([]);
  });

  it('is not a function of another’s rights with an open search path', async () => {
    const definers = await names(
      `select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prosecdef`,
    );
    expect(definers.length).toBeGreaterThan(0);
    expect(
      await names(`select proname as name from pg_proc where prosecdef and pronamespace = 'app'::regnamespace
        and not exists (select from unnest(proconfig) s where s like 'search_path=%')`),
    ).toEqual([]);
  });
});
