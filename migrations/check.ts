import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MikroORM } from '@mikro-orm/postgresql';
import { openEmbedded } from '../src/platform/postgres/embedded.ts';
import { ormOptions } from '../src/platform/postgres/orm.ts';
import { loadTables } from '../src/storage.ts';
import { migrationsList } from './index.ts';

// Foreign keys stand in the migrations alone (see docs/decisions), so the comparison would drop each of them.
const FOREIGN_KEY = /^alter table "\w+" drop constraint "\w+_fkey"$/;

// In an order of their own: what was granted first stands first, and what is granted is the same.
const sorted = (rights: string): string =>
  `(select array_agg(r::text order by r::text) from unnest(${rights}) r)::text`;
// All that a step may make, with its grants. Roles stay: other databases of the server may use them.
const CATALOGUE = `
  with mine as (
    select oid from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema')
  )
  select concat_ws(' ', 'schema', nspname, ${sorted('nspacl')}) as name from pg_namespace where oid in (select oid from mine)
  union all select concat_ws(' ', 'relation', relname, relkind::text, ${sorted('relacl')}, relrowsecurity, relforcerowsecurity)
    from pg_class where relnamespace in (select oid from mine) and relname !~ '^migration'
  union all select concat_ws(' ', 'column', attrelid::regclass, attname, atttypid::regtype, ${sorted('attacl')})
    from pg_attribute join pg_class c on c.oid = attrelid
    where relnamespace in (select oid from mine) and relname !~ '^migration' and attnum > 0 and not attisdropped
  union all select concat_ws(' ', 'function', p.oid::regprocedure, proowner::regrole, md5(prosrc))
    from pg_proc p where pronamespace in (select oid from mine)
  union all select concat_ws(' ', 'call', p.oid::regprocedure, coalesce(nullif(grantee, 0)::regrole::text, 'public'))
    from pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) where pronamespace in (select oid from mine)
  union all select concat_ws(' ', 'default', defaclrole::regrole, defaclnamespace, defaclobjtype::text, defaclacl::text)
    from pg_default_acl
  union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace in (select oid from mine) and conrelid::regclass::text !~ '^migration'
  union all select concat_ws(' ', 'policy', polrelid::regclass, polname) from pg_policy
  union all select concat_ws(' ', 'trigger', tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
  order by 1`;

/** What the tables in the code and the database that the migrations make differ in. */
async function pendingDifference(orm: MikroORM): Promise<string[]> {
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  return sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '' && !statement.startsWith('set names') && !FOREIGN_KEY.test(statement));
}

async function catalogue(orm: MikroORM): Promise<string[]> {
  const rows = await orm.em.getConnection().execute<{ name: string }[]>(CATALOGUE);
  return rows.map(({ name }) => name);
}

/** What stands in one of two catalogues alone. */
const differenceOf = (one: readonly string[], other: readonly string[]): string[] => [
  ...one.filter((item) => !other.includes(item)),
  ...other.filter((item) => !one.includes(item)),
];

/** Up step by step, down step by step to what stood before each, and up again to the tables of the code. */
async function upDownUp(orm: MikroORM): Promise<void> {
  const before: string[][] = [];
  for (const { name } of migrationsList) {
    before.push(await catalogue(orm));
    await orm.migrator.up(name);
  }
  for (const { name } of migrationsList.toReversed()) {
    await orm.migrator.down(name);
    const [then, now] = [before.pop() ?? [], await catalogue(orm)];
    const changed = differenceOf(now, then);
    if (changed.length > 0) throw new Error(`Going down from ${name} does not undo:\n${changed.join('\n')}`);
  }
  await orm.migrator.up();
  const difference = await pendingDifference(orm);
  if (difference.length > 0) throw new Error(`The tables in the code differ:\n${difference.join('\n')}`);
}

/** Roles belong to the server: a second database of it, whose migrations find them renamed, ends up like the first. */
async function secondDatabase(first: MikroORM, openOrm: (name: string) => Promise<MikroORM>): Promise<void> {
  await first.em.getConnection().execute('create database second');
  const second = await openOrm('second');
  try {
    await second.migrator.up();
    const [one, other] = [await catalogue(first), await catalogue(second)];
    const different = differenceOf(one, other);
    if (different.length > 0) throw new Error(`A second database differs:\n${different.join('\n')}`);
  } finally {
    await second.close();
  }
}

/** The SQL of one migration, in the transaction that it runs in. */
function sqlOf(orm: MikroORM, Migration: (typeof migrationsList)[number]['class']): string {
  const migration = new Migration(orm.em.getDriver(), orm.config);
  migration.up();
  const statements = migration.getQueries().map((query) => {
    if (typeof query !== 'string') throw new Error(`${Migration.name} holds a statement that is not plain SQL.`);
    return `${query.trim()};`;
  });
  return ['begin;', ...statements, 'commit;', ''].join('\n\n');
}

/** A file for each migration: the linter is mild with tables that the same file makes, and strict with older ones. */
async function lint(orm: MikroORM, dir: string): Promise<void> {
  const files = await Promise.all(
    migrationsList.map(async ({ name, class: Migration }) => {
      const file = join(dir, `${name}.sql`);
      await writeFile(file, sqlOf(orm, Migration));
      return file;
    }),
  );
  await promisify(execFile)('squawk', ['--config', '.squawk.toml', ...files]).catch((error: unknown) => {
    throw new Error((error as { stdout?: string }).stdout ?? String(error));
  });
}

const dir = await mkdtemp(join(tmpdir(), 'hiraf-migrations-'));
await chmod(dir, 0o755);
const server = await openEmbedded(join(dir, 'server'), ['-c fsync=off']);
const contents = { tables: await loadTables(), migrations: migrationsList };
const openOrm = (name: string): Promise<MikroORM> =>
  MikroORM.init({ ...ormOptions(contents, server.url(name)), logger: () => undefined });
const orm = await openOrm('postgres');
try {
  await upDownUp(orm);
  await secondDatabase(orm, openOrm);
  await lint(orm, dir);
  process.stdout.write(`${String(migrationsList.length)} migrations go up, down and up again without a difference.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await orm.close();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}
