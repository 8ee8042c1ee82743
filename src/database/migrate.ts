import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';

// Any number will do, as long as every process of hiraf takes the same.
const MIGRATION_LOCK = 50_17;

/** Brings the database up to date; two processes that start together do it one after the other. */
export async function migrate(orm: MikroORM, ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await letGatewayIn(client, password);
  } finally {
    await client.end();
  }
}

async function letGatewayIn(client: pg.Client, password: string): Promise<void> {
  await client.query(`alter role hiraf_gateway password ${client.escapeLiteral(password)}`);
}
