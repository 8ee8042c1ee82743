import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MikroORM } from '@mikro-orm/postgresql';
import { openEmbedded } from '../src/database/embedded.ts';
import { openOrm } from '../src/database/orm.ts';
import { entities } from '../src/entities.ts';
import { migrationsList } from './index.ts';

// Foreign keys stand in the migrations alone (see docs/decisions), so the comparison would drop each of them.
const FOREIGN_KEY = /^alter table "\w+" drop constraint "\w+_fkey"$/;

/** What the tables in the code and the database that the migrations make differ in. */
async function pendingDifference(orm: MikroORM): Promise<string[]> {
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  return sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '' && !statement.startsWith('set names') && !FOREIGN_KEY.test(statement));
}

/** Up, down to nothing, and up again, each time without a difference to the code. */
async function upDownUp(orm: MikroORM): Promise<void> {
  await orm.migrator.up();
  await orm.migrator.down({ to: 0 });
  const left = await orm.em
    .getConnection()
    .execute<{ name: string }[]>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname !~ '^migration'`,
    );
  if (left.length > 0) throw new Error(`Going down leaves ${left.map(({ name }) => name).join(', ')} behind.`);
  await orm.migrator.up();
  const difference = await pendingDifference(orm);
  if (difference.length > 0) throw new Error(`The tables in the code differ:\n${difference.join('\n')}`);
}

/** The SQL of every migration, as one file for the linter. */
async function lint(orm: MikroORM, dir: string): Promise<void> {
  const statements = migrationsList.flatMap(({ class: Migration }) => {
    const migration = new Migration(orm.em.getDriver(), orm.config);
    migration.up();
    return migration.getQueries().map((query) => (typeof query === 'string' ? query : ''));
  });
  const file = join(dir, 'migrations.sql');
  await writeFile(file, `${statements.map((statement) => `${statement.trim()};`).join('\n\n')}\n`);
  await promisify(execFile)('squawk', ['--config', '.squawk.toml', file]).catch((error: unknown) => {
    throw new Error((error as { stdout?: string }).stdout ?? String(error));
  });
}

const dir = await mkdtemp(join(tmpdir(), 'hiraf-migrations-'));
await chmod(dir, 0o755);
const server = await openEmbedded(join(dir, 'server'), ['-c fsync=off']);
const orm = await openOrm(entities, server.url('postgres'), 1);
try {
  await upDownUp(orm);
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
