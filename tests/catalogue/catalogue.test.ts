import { beforeAll, describe, expect, it } from 'vitest';
import { loadTables } from '../../src/storage.ts';
import { testDatabase } from '../support/database.ts';
import { catalogueOf, FIGURE, OF_REGION, TABLES, TENANT, TRAIL, WITHOUT_REGION, type Catalogue } from './tables.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = catalogueOf(await testDatabase('empty'));
});

describe('every table', () => {
  it('is one of those in the code', async () => {
    const tables = await loadTables();
    expect(await catalogue.names(TABLES)).toEqual(tables.map(({ meta }) => meta.tableName).sort());
  });

  it('has a primary key', async () => {
    expect(
      await catalogue.names(`select name from (${TABLES}) t
        where not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')`),
    ).toEqual([]);
  });

  it('without a region is reference data', async () => {
    expect(await catalogue.names(WITHOUT_REGION)).toEqual([
      'body_class',
      'body_class_profession',
      'family',
      'office',
      'profession',
      'region',
      'rule',
      'sector',
      'wave',
    ]);
  });

  it('of a region has its region first in its key', async () => {
    expect(
      await catalogue.names(`select t.name from (${OF_REGION}) t
        join pg_index i on i.indrelid = t.oid and i.indisprimary
        join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
        where a.attname <> 'region_id'`),
    ).toEqual([]);
  });

  it('of a region stands behind row security, for its owner too', async () => {
    expect((await catalogue.names(OF_REGION)).length).toBeGreaterThan(15);
    expect(
      await catalogue.names(`select name from (${OF_REGION}) t where not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([]);
  });

  it('that a role of the API may change has row-level security, for its owner too', async () => {
    const changeable = `select t.* from (${TABLES}) t where has_table_privilege('hiraf_capture', t.oid, 'INSERT')
      or has_any_column_privilege('hiraf_capture', t.oid, 'INSERT') or has_table_privilege('hiraf_capture', t.oid, 'UPDATE')
      or has_table_privilege('hiraf_capture', t.oid, 'DELETE') or relrowsecurity`;
    expect(await catalogue.names(changeable)).toContain('rule');
    expect(
      await catalogue.names(`select name from (${changeable}) t where not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([]);
  });
});

const WITH_PROVINCE = `select t.* from (${TENANT}) t
  where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'province_id')`;

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly permissive: boolean;
  readonly roles: string[];
  readonly using: string | null;
  readonly check: string | null;
}

const policiesOf = (tables: string): Promise<Policy[]> =>
  catalogue.rows<Policy>(`
    select t.name as table, p.polname as name, p.polcmd::text as command, p.polpermissive as permissive,
      array(select coalesce(r.rolname, 'public') from unnest(p.polroles) o left join pg_roles r on r.oid = o)::text[] as roles,
      pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from (${tables}) t left join pg_policy p on p.polrelid = t.oid order by t.name, p.polname`);

const amongThoseOf = (name: string) => `(region_id = ANY (( SELECT app.${name}() AS ${name})::smallint[]))`;
const within = (scope: 'records' | 'capture' | 'figures') =>
  amongThoseOf(scope === 'records' ? 'readable_regions' : `${scope}_scope`);
// An officer of a province reads what is of the region as a whole, and writes only what is of the province.
const PROVINCE = '( SELECT app.province_scope() AS province_scope)';
const ofProvince = (hasProvince: boolean): string =>
  hasProvince ? `COALESCE((province_id = ${PROVINCE}), (${PROVINCE} IS NULL))` : `(${PROVINCE} IS NULL)`;

const wall = (table: string, hasProvince: boolean): Omit<Policy, 'table'>[] => {
  const [records, capture] = [within('records'), `(${within('capture')} AND ${ofProvince(hasProvince)})`];
  const everybody = { permissive: false, roles: ['public'] };
  return [
    { ...everybody, name: `${table}_delete`, command: 'd', using: capture, check: null },
    { ...everybody, name: `${table}_insert`, command: 'a', using: null, check: capture },
    { ...everybody, name: `${table}_read`, command: 'r', using: records, check: null },
    { ...everybody, name: `${table}_update`, command: 'w', using: capture, check: capture },
  ];
};

describe('every tenant table', () => {
  it('keeps the tenant by restrictive policies for everybody', async () => {
    const policies = await policiesOf(TENANT);
    const [tables, withProvince] = [await catalogue.names(TENANT), await catalogue.names(WITH_PROVINCE)];
    expect(tables.length).toBeGreaterThan(12);
    for (const table of tables) {
      const own = policies.filter((policy) => policy.table === table);
      const due = wall(table, withProvince.includes(table)).map((policy) => ({ table, ...policy }));
      expect(own, table).toEqual(expect.arrayContaining(due));
    }
  });

  it('is opened to those who see records, and to the writer of figures for reading, by nothing else', async () => {
    for (const { table, name, command, roles } of (await policiesOf(TENANT)).filter(({ permissive }) => permissive)) {
      const isFiguresWriter = name === `${table}_figures_writer`;
      expect({ name, command, roles }).toEqual(
        isFiguresWriter
          ? { name: `${table}_figures_writer`, command: 'r', roles: ['hiraf_figures_writer'] }
          : { name: `${table}_grant`, command: '*', roles: ['hiraf_records'] },
      );
    }
  });

  it('is narrowed by province exactly when it has one, for reading and writing', async () => {
    const narrowed = (await policiesOf(TENANT)).filter(({ table, name }) => name === `${table}_province`);
    expect(narrowed.map(({ table }) => table)).toEqual(await catalogue.names(WITH_PROVINCE));
    for (const policy of narrowed) {
      expect(policy, policy.table).toMatchObject({ command: '*', permissive: false, roles: ['public'] });
      expect(policy.using, policy.table).toBe(`COALESCE((province_id = ${PROVINCE}), true)`);
      expect(policy.check, policy.table).toBe(policy.using);
    }
  });
});

describe('every figure table', () => {
  it('is read within the scope of figures and written by their writer alone', async () => {
    const policies = await policiesOf(FIGURE);
    expect(policies.map(({ name, command, roles, using }) => ({ name, command, roles, using }))).toEqual(
      (await catalogue.names(FIGURE)).flatMap((table) => [
        { name: `${table}_figures_writer`, command: '*', roles: ['hiraf_figures_writer'], using: 'true' },
        { name: `${table}_grant`, command: 'r', roles: ['hiraf_figures'], using: within('figures') },
      ]),
    );
  });
});

describe('every table of the trail', () => {
  const ownSight = (table: string): string =>
    table === 'audit_entry' ? `(${within('capture')} AND ${ofProvince(true)})` : within('capture');

  it('is read and added to within the capture grant, and is nobody’s to change', async () => {
    const policies = await policiesOf(TRAIL);
    const tables = await catalogue.names(TRAIL);
    expect(tables).toHaveLength(5);
    for (const table of tables) {
      const roles = ['hiraf_capture'];
      const own = policies.filter((policy) => policy.table === table && !policy.roles.includes('hiraf_figures_writer'));
      const grant = { name: `${table}_grant`, command: 'r', roles, using: ownSight(table), check: null };
      const note = { name: `${table}_note`, command: 'a', roles, using: null, check: within('capture') };
      const due = ['audit_head', 'number_count'].includes(table) ? [grant] : [grant, note];
      expect(own, table).toEqual(due.map((policy) => ({ table, permissive: true, ...policy })));
    }
  });
});

// Each key between tenant tables, with the column of the child that answers to the region of the parent.
const KEYS = `
  select con.conrelid::regclass || ' (' || string_agg(a.attname, ', ' order by k.place) || ')' as name,
    con.conkey, con.conrelid, max(a.attname) filter (where b.attname = 'region_id') as region_column
  from pg_constraint con
  join (${TENANT}) child on child.oid = con.conrelid
  join (${TENANT}) parent on parent.oid = con.confrelid
  cross join lateral unnest(con.conkey, con.confkey) with ordinality k (attnum, parent_attnum, place)
  join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum
  join pg_attribute b on b.attrelid = con.confrelid and b.attnum = k.parent_attnum
  where con.contype = 'f' group by con.oid, con.conrelid, con.conkey`;

describe('foreign keys', () => {
  it('between tenant tables carry the region', async () => {
    expect((await catalogue.names(KEYS)).length).toBeGreaterThan(10);
    expect(
      await catalogue.names(`select name from (${KEYS}) k
        where region_column is null or region_column not in ('region_id', 'artisan_region_id')`),
    ).toEqual([]);
  });

  it('between tenant tables are found by an index of all rows, or of those that have the key', async () => {
    expect(
      await catalogue.names(`select name from (${KEYS}) k where not exists (
        select from pg_index i where i.indrelid = k.conrelid and i.indisvalid
          and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
          and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`),
    ).toEqual([]);
  });

  it('stand on every column that names a row of a tenant table', async () => {
    expect(
      await catalogue.names(`select t.name || '.' || a.attname as name from (${TENANT}) t
        join pg_attribute a on a.attrelid = t.oid and a.attname ~ '_id$' and a.attname not in ('national_id', 'company_id')
        where not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'f'
          and a.attnum = any (c.conkey))`),
    ).toEqual([]);
  });
});

describe('what crosses the wall elsewhere', () => {
  it('is not a view of the owner, nor a materialised or a foreign one, nor a table of another schema', async () => {
    expect(
      await catalogue.names(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
        where nspname !~ '^pg_' and nspname <> 'information_schema' and (relkind in ('m', 'f')
          or (relkind = 'v' and not coalesce(reloptions @> '{security_invoker=true}', false))
          or (relkind in ('r', 'p') and nspname <> 'public'))`),
    ).toEqual([]);
  });

  it('is not a function of another’s rights, save for those of the writer of figures with a fixed search path', async () => {
    const definers = `select proname as name, proowner::regrole::text as owner, proconfig from pg_proc
      where prosecdef and pronamespace not in (select oid from pg_namespace where nspname ~ '^pg_')`;
    expect((await catalogue.names(definers)).length).toBeGreaterThan(0);
    expect(
      await catalogue.names(`select name from (${definers}) d
        where owner <> 'hiraf_figures_writer' or not coalesce(proconfig @> array['search_path=public, pg_temp'], false)`),
    ).toEqual([]);
  });
});
