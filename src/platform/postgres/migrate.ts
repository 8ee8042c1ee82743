import { withClient } from './open.ts';
import { MikroORM, type MigrationObject } from '@mikro-orm/postgresql';
import { ormOptions } from './orm.ts';

// Any number will do, as long as every process of hiraf takes the same.
const MIGRATION_LOCK = 50_17;

/** Brings the database up to date and lets the gateway in; processes that start together take turns. */
export async function migrate(
  migrations: readonly MigrationObject[],
  ownerUrl: string,
  password: string,
): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    // Migrations are SQL, and need no tables of the code.
    const orm = await MikroORM.init({
      ...ormOptions({ tables: [], migrations }, ownerUrl),
      discovery: { warnWhenNoEntities: false },
      pool: { min: 0, max: 1 },
    });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
    // Not by a migration: rights on a database stay behind when it is cloned, or restored into a new one.
    await client.query(`revoke temporary on database ${client.escapeIdentifier(client.database ?? '')} from public`);
    await client.query(`alter role hiraf_gateway password ${client.escapeLiteral(password)}`);
  });
}
