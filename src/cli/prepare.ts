import type { Config } from '../platform/config/config.ts';
import { gatewayPassword } from '../platform/postgres/pool.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { withClient } from '../platform/postgres/open.ts';
import { migrationsList } from '../../migrations/index.ts';
import { loadPopulation } from '../seed/population.ts';
import { loadReference } from '../seed/reference.ts';

const SEED = 50_17;
// Processes that start together take turns here as well: one of them fills the database.
const FILLING_LOCK = 50_18;

/** Migrates a database, loads the reference data, and gives an empty one its demonstration population. */
export async function prepare(config: Config, url: string, say: (line: string) => void): Promise<void> {
  await migrate(migrationsList, url, gatewayPassword(url, config.gatewayPassword));
  await withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [FILLING_LOCK]);
    await loadReference(client);
    if (config.demoArtisans === 0 || !(await isEmpty(client))) return;
    say(`Filling the empty database with ${String(config.demoArtisans)} invented artisans …`);
    await loadPopulation(client, { artisans: config.demoArtisans, seed: SEED, onProgress: () => undefined });
  });
}

async function isEmpty(client: { query: (text: string) => Promise<{ rowCount: number | null }> }): Promise<boolean> {
  await client.query(`select set_config('app.records', '{0,1,2,3,4,5,6,7,8,9,10,11,12}', false)`);
  const { rowCount } = await client.query('select from artisan limit 1');
  return rowCount === 0;
}
