import { Migration } from '@mikro-orm/migrations';

const ROLE = { before: 'hiraf_tally', now: 'hiraf_figures_writer' } as const;

const FUNCTIONS = [
  { before: 'records_scope', now: 'readable_regions', takes: '' },
  { before: 'forget_keys', now: 'delete_expired_keys', takes: 'int' },
] as const;

/** Keys by which a person is found whose family name is written first; each has an index of its name. */
const COLUMNS = ['ar', 'latin'].map((script) => ({
  before: `search_${script}_turned`,
  now: `search_${script}_reversed`,
}));

const POLICIES = [
  { before: 'sight', now: 'grant' },
  { before: 'tally', now: 'figures_writer' },
] as const;

/** A privilege of the role `from` on something of this database, given to the role `to`. */
const granted = (from: string, to: string): string => `
    select format('grant %s on table %s to ${to}', privilege_type, c.oid::regclass)
      from pg_class c, aclexplode(c.relacl) where grantee = '${from}'::regrole and relkind <> 'S'
    union all select format('grant %s on sequence %s to ${to}', privilege_type, c.oid::regclass)
      from pg_class c, aclexplode(c.relacl) where grantee = '${from}'::regrole and relkind = 'S'
    union all select format('grant %s (%I) on table %s to ${to}', privilege_type, attname, attrelid::regclass)
      from pg_attribute a, aclexplode(a.attacl) where grantee = '${from}'::regrole
    union all select format('grant %s on schema %I to ${to}', privilege_type, nspname)
      from pg_namespace n, aclexplode(n.nspacl) where grantee = '${from}'::regrole
    union all select format('grant %s on function %s to ${to}', privilege_type, p.oid::regprocedure)
      from pg_proc p, aclexplode(p.proacl) where grantee = '${from}'::regrole
    union all select format('alter policy %I on %s to ${to}', polname, polrelid::regclass)
      from pg_policy where '${from}'::regrole = any(polroles)`;

/**
 * Renames a role of the whole server. Where another database of it has done so already, the earlier migrations of this one
 * have made the role again: then what it has in this database goes to the renamed one.
 */
const renamedRole = (from: string, to: string): string => `
  do $$ declare command text; begin
    if not exists (select from pg_roles where rolname = '${from}') then return; end if;
    if not exists (select from pg_roles where rolname = '${to}') then
      alter role ${from} rename to ${to};
      return;
    end if;
    grant ${to} to current_user;
    reassign owned by ${from} to ${to};
    for command in ${granted(from, to)} loop
      execute command;
    end loop;
    drop owned by ${from};
    begin
      drop role ${from};
    exception when dependent_objects_still_exist then null;
    end;
  end $$`;

const renamedPolicies = (from: string, to: string): string => `
  do $$ declare command text; begin
    for command in
      select format('alter policy %I on %s rename to %I', polname, polrelid::regclass,
        left(polname, -length('_${from}')) || '_${to}')
      from pg_policy where right(polname, length('_${from}')) = '_${from}'
    loop
      execute command;
    end loop;
  end $$`;

/** PostgreSQL keeps the name that a function had in the text of a policy, as the name of its column. */
const readBy = (name: string): string => `
  do $$ declare command text; begin
    for command in
      select format('alter policy %I on %s using (region_id = any((select app.${name}())::smallint[]))',
        polname, polrelid::regclass)
      from pg_policy where pg_get_expr(polqual, polrelid) like '%app.${name}()%'
    loop
      execute command;
    end loop;
  end $$`;

/**
 * Names that say what a thing is: the role that writes the figures, the regions that may be read, the policy that goes with a
 * grant. Programs of before do not find people by name while they run beside this one.
 */
export class PlainNames extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    this.addSql(renamedRole(ROLE.before, ROLE.now));
    for (const { before, now } of POLICIES) this.addSql(renamedPolicies(before, now));
    for (const { before, now, takes } of FUNCTIONS) {
      this.addSql(`alter function app.${before}(${takes}) rename to ${now}`);
    }
    this.addSql(readBy('readable_regions'));
    for (const { before, now } of COLUMNS) {
      this.addSql(`-- squawk-ignore renaming-column\nalter table artisan rename column ${before} to ${now}`);
      this.addSql(`alter index artisan_${before} rename to artisan_${now}`);
    }
  }

  override down(): void {
    this.addSql(`set local lock_timeout = '5s'`);
    for (const { before, now } of COLUMNS) {
      this.addSql(`alter index artisan_${now} rename to artisan_${before}`);
      this.addSql(`alter table artisan rename column ${now} to ${before}`);
    }
    for (const { before, now, takes } of FUNCTIONS) {
      this.addSql(`alter function app.${now}(${takes}) rename to ${before}`);
    }
    this.addSql(readBy('records_scope'));
    for (const { before, now } of POLICIES) this.addSql(renamedPolicies(now, before));
    this.addSql(renamedRole(ROLE.now, ROLE.before));
  }
}
