import { beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { catalogueOf, FIGURE, REFERENCE, TABLES, TENANT, TRAIL, type Catalogue } from './tables.ts';

let database: TestDatabase;
let catalogue: Catalogue;
beforeAll(async () => {
  database = await testDatabase('empty');
  catalogue = catalogueOf(database);
});

const SIGHTS = ['hiraf_public', 'hiraf_figures', 'hiraf_records', 'hiraf_capture'];
const ROLES = [...SIGHTS, 'hiraf_figures_writer', 'hiraf_gateway', 'hiraf_budget'];

describe('the roles', () => {
  it('have no power over the server, and only the gateway logs in', async () => {
    const rows = await catalogue.rows(`select rolname as name, rolcanlogin as login, rolinherit as inherits,
        rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty
      from pg_roles where rolname ~ '^hiraf_' order by rolname`);
    expect(rows).toEqual(
      [...ROLES].sort().map((name) => {
        const isGateway = name === 'hiraf_gateway';
        return { name, login: isGateway, inherits: !isGateway, mighty: false };
      }),
    );
  });

  it('include one another as the kinds of grants do, and none the writer of figures', async () => {
    expect(
      await catalogue.names(`select m.member::regrole || ' < ' || m.roleid::regrole as name from pg_auth_members m
        join pg_roles r on r.oid = m.member where r.rolname = any ('{${ROLES.join(',')}}')`),
    ).toEqual([
      'hiraf_capture < hiraf_records',
      'hiraf_figures < hiraf_public',
      'hiraf_gateway < hiraf_budget',
      'hiraf_gateway < hiraf_capture',
      'hiraf_gateway < hiraf_figures',
      'hiraf_gateway < hiraf_public',
      'hiraf_gateway < hiraf_records',
      'hiraf_records < hiraf_figures',
    ]);
  });

  it('leave the gateway without a thing of its own, a grant or a policy, in any database', async () => {
    expect(
      await catalogue.rows(`select classid::regclass::text, objid, deptype::text from pg_shdepend
        where refclassid = 'pg_authid'::regclass and refobjid = 'hiraf_gateway'::regrole`),
    ).toEqual([]);
  });
});

const TIMEOUTS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];

describe('the time that the gateway may take', () => {
  const timeoutsOf = async (client: { query: (sql: string) => Promise<{ rows: unknown[] }> }): Promise<unknown[]> =>
    (
      await client.query(
        `select setting from unnest('{${TIMEOUTS.join(',')}}'::text[]) name, current_setting(name) setting`,
      )
    ).rows;
  const due = ['10s', '5s', '30s'].map((setting) => ({ setting }));

  it('is bounded by its role, for a connection that asks for no bound', async () => {
    expect(await withClient(database.gatewayUrl, timeoutsOf)).toEqual(due);
  });

  it('is bounded by the pool alike', async () => {
    const pool = openPool(database.url, database.gatewayPassword, 1);
    try {
      expect(await timeoutsOf(pool)).toEqual(due);
    } finally {
      await pool.end();
    }
  });

  it('ends a wait for a lock before the statement has to end', async () => {
    await withClient(database.url, async (owner) => {
      await owner.query('begin; lock table region in access exclusive mode');
      const waiting = withClient(database.gatewayUrl, (client) =>
        client.query('begin; set local role hiraf_public; select from region'),
      );
      await expect(waiting).rejects.toMatchObject({ code: '55P03' });
      await owner.query('rollback');
    });
  });
});

const READ = ['SELECT'];
const WRITE = ['INSERT', 'UPDATE', 'DELETE'];
const GRANTEES = [...ROLES, 'public'];

/** Who may do what with some tables, by column as well, as the server itself decides: `role: PRIVILEGES`. */
async function rightsOn(tables: string): Promise<Map<string, Record<string, string>>> {
  const rows = await catalogue.rows<{ table: string; role: string; rights: string }>(`
    select t.name as table, role, coalesce(string_agg(privilege, ' ' order by place), '') as rights
    from (${tables}) t
    cross join unnest('{${GRANTEES.join(',')}}'::text[]) role
    left join unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) with ordinality p (privilege, place)
      on has_table_privilege(role, t.oid, privilege)
      or case when privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') then has_any_column_privilege(role, t.oid, privilege) end
    group by t.name, role`);
  const byTable = new Map<string, Record<string, string>>();
  for (const { table, role, rights } of rows) byTable.set(table, { ...byTable.get(table), [role]: rights });
  return byTable;
}

const rights = (granted: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(GRANTEES.map((role) => [role, (granted[role] ?? []).join(' ')]));

async function expectRights(tables: string, granted: Record<string, string[]>): Promise<void> {
  const byTable = await rightsOn(tables);
  expect(byTable.size).toBeGreaterThan(2);
  for (const [table, found] of byTable) expect(found, table).toEqual(rights(granted));
}

describe('the rights', () => {
  it('on reference data are to read it, for everybody who took a role', async () => {
    await expectRights(`select * from (${REFERENCE}) t where name <> 'rule'`, {
      hiraf_public: READ,
      hiraf_figures: READ,
      hiraf_records: READ,
      hiraf_capture: READ,
      hiraf_figures_writer: READ,
    });
  });

  it('on the dated rules let those who capture change them, within a policy for the centre', async () => {
    const found = await rightsOn(`select * from (${REFERENCE}) t where name = 'rule'`);
    const read = { hiraf_public: READ, hiraf_figures: READ, hiraf_records: READ, hiraf_figures_writer: READ };
    expect(found.get('rule')).toEqual(rights({ ...read, hiraf_capture: ['SELECT', 'INSERT', 'UPDATE'] }));
  });

  it('on figures are to read them, and to write them for their writer alone', async () => {
    await expectRights(FIGURE, {
      hiraf_figures: READ,
      hiraf_records: READ,
      hiraf_capture: READ,
      hiraf_figures_writer: [...READ, ...WRITE],
    });
  });

  it('on tenant tables are to read for records and to write for capture', async () => {
    await expectRights(`select * from (${TENANT}) t where name not in ('body', 'artisan', 'register_issue')`, {
      hiraf_records: READ,
      hiraf_capture: [...READ, ...WRITE],
    });
  });

  it('on people let the writer of figures look up a national identity number, and nothing of what else is known of them', async () => {
    const own = { hiraf_records: READ, hiraf_capture: [...READ, ...WRITE], hiraf_figures_writer: READ };
    await expectRights(`select * from (${TENANT}) t where name in ('artisan', 'register_issue', 'body')`, own);
    expect(
      await catalogue.names(`select attname as name from pg_attribute
        where attrelid = 'artisan'::regclass and attnum > 0 and not attisdropped
          and has_column_privilege('hiraf_figures_writer', attrelid, attnum, 'select')`),
    ).toEqual(['id', 'national_id', 'province_id', 'region_id', 'register_state']);
  });

  it('on the trail are to read it and add to it for capture; the writer of figures writes heads and counts, and deletes old keys', async () => {
    const found = await rightsOn(TRAIL);
    const add = ['SELECT', 'INSERT'];
    for (const table of ['audit_entry', 'outbox_event']) {
      expect(found.get(table)).toEqual(rights({ hiraf_capture: add }));
    }
    expect(found.get('idempotency_key')).toEqual(
      rights({ hiraf_capture: add, hiraf_figures_writer: ['SELECT', 'UPDATE', 'DELETE'] }),
    );
    for (const table of ['audit_head', 'number_count']) {
      expect(found.get(table)).toEqual(
        rights({ hiraf_capture: READ, hiraf_figures_writer: ['SELECT', 'INSERT', 'UPDATE'] }),
      );
    }
  });

  it('on budgets are for the role that counts them alone, which has no other', async () => {
    const found = await rightsOn(TABLES);
    expect(found.get('budget')).toEqual(rights({ hiraf_budget: [...READ, ...WRITE] }));
    const others = [...found].filter(([table]) => table !== 'budget');
    expect(others.filter(([, of]) => of['hiraf_budget'] !== '')).toEqual([]);
  });

  it('on the audit do not let anybody choose a number, a moment or a hash', async () => {
    expect(
      await catalogue.names(`select attname as name from pg_attribute
        where attrelid = 'audit_entry'::regclass and attnum > 0
          and not has_column_privilege('hiraf_capture', attrelid, attnum, 'INSERT')`),
    ).toEqual(['at', 'hash', 'previous_hash', 'seq']);
  });

  it('of records stop before what identifies a person', async () => {
    expect(
      await catalogue.names(`select t.name || '.' || a.attname as name from (${TENANT}) t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        where not has_column_privilege('hiraf_records', t.oid, a.attnum, 'SELECT')`),
    ).toEqual([
      'artisan.birth_date',
      'artisan.company_id',
      'artisan.deletion_reason',
      'artisan.national_id',
      'artisan.phone',
    ]);
  });

  it('are given on every table by the migrations; of what is to come, only functions are closed beforehand', async () => {
    expect((await rightsOn(TABLES)).size).toBe((await catalogue.names(TABLES)).length);
    expect(
      await catalogue.rows(`select defaclobjtype::text as kind, defaclnamespace::int as schema,
          defaclrole = current_user::regrole as "isOwner", exists (select from aclexplode(defaclacl) where grantee = 0) as public
        from pg_default_acl`),
    ).toEqual([{ kind: 'f', schema: 0, isOwner: true, public: false }]);
  });

  it('do not let any role make things of its own', async () => {
    expect(
      await catalogue.names(`select role || ' in ' || nspname as name from pg_namespace
        cross join unnest('{${GRANTEES.join(',')}}'::text[]) role
        where nspname in ('public', 'app') and has_schema_privilege(role, oid, 'CREATE')`),
    ).toEqual([]);
  });
});

// Every function that is not PostgreSQL's own, with the roles that the server lets call it.
const FUNCTIONS = `select p.oid::regprocedure::text as name, array(
    select role from unnest('{${GRANTEES.join(',')}}'::text[]) role
    where has_function_privilege(role, p.oid, 'EXECUTE') order by role)::text[] as callers
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

describe('functions', () => {
  it('are closed by default: each is granted to the roles that call it', async () => {
    const functions = await catalogue.rows<{ name: string; callers: string[] }>(`${FUNCTIONS} order by 1`);
    const called = functions.filter(({ callers }) => callers.length > 0);
    expect(Object.fromEntries(called.map(({ name, callers }) => [name, callers.join(' ')]))).toMatchObject({
      'app.figures_scope()': 'hiraf_capture hiraf_figures hiraf_records',
      'app.readable_regions()': 'hiraf_capture hiraf_figures_writer hiraf_records',
    });
    expect(called.filter(({ callers }) => callers.includes('public') || callers.includes('hiraf_gateway'))).toEqual([]);
    expect(functions.length).toBeGreaterThan(called.length);
  });

  it('that are made later are closed as well', async () => {
    await catalogue.rows(`create function app.later() returns int language sql as 'select 1'`);
    expect(await catalogue.rows(`select has_function_privilege('public', 'app.later()', 'EXECUTE') as open`)).toEqual([
      { open: false },
    ]);
  });
});

describe('the database', () => {
  it('lets no role of the API keep tables of its own, not even for a session', async () => {
    // Rights on a database stay behind when it is cloned, so the template that was migrated is asked.
    const able = await catalogue.names(`select role as name from unnest('{${GRANTEES.join(',')}}'::text[]) role
      where has_database_privilege(role, 'empty', 'TEMPORARY')`);
    expect(able).toEqual([]);
  });
});
