import { withClient } from './open.ts';
import { openOrm, type Storage } from './orm.ts';

// Any number will do, as long as every process of hiraf takes the same.
const MIGRATION_LOCK = 50_17;

/** Brings the database up to date and lets the gateway in; processes that start together take turns. */
export async function migrate(storage: Storage, ownerUrl: string, password: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const orm = await openOrm(storage, ownerUrl, 1);
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
