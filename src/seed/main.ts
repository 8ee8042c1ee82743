import { parseArgs } from 'node:util';
import type pg from 'pg';
import { gatewayPassword } from '../platform/postgres/pool.ts';
import { loadConfig } from '../platform/config/load.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { usingDatabase, withClient } from '../platform/postgres/open.ts';
import { migrationsList } from '../../migrations/index.ts';
import { loadPopulation } from './population.ts';
import { loadReference } from './reference.ts';

const USAGE = 'Usage: npm run seed -- [--artisans 24000] [--seed 5017]';
const MOST_ARTISANS = 3_000_000;

async function main(): Promise<void> {
  const options = {
    artisans: { type: 'string', default: '24000' },
    seed: { type: 'string', default: '5017' },
  } as const;
  const { values } = parseArgs({ options });
  const [artisans, seed] = [Number(values.artisans), Number(values.seed)];
  if (!Number.isInteger(artisans) || artisans < 1 || artisans > MOST_ARTISANS || !Number.isInteger(seed)) {
    throw new Error(USAGE);
  }
  const config = loadConfig();
  if (config.production) throw new Error('Invented people are not loaded in production.');
  await usingDatabase(config, async (url) => {
    await migrate(migrationsList, url, gatewayPassword(url, config.gatewayPassword));
    await withClient(url, (client) => fill(client, artisans, seed));
  });
}

async function fill(client: pg.Client, artisans: number, seed: number): Promise<void> {
  await loadReference(client);
  await client.query(`select set_config('app.records', '{0,1,2,3,4,5,6,7,8,9,10,11,12}', false)`);
  const { rowCount } = await client.query('(select from artisan limit 1) union all (select from body limit 1)');
  if (rowCount !== 0) throw new Error('The database holds bodies and people already. Seed an empty one.');
  const start = Date.now();
  const onProgress = (loaded: number): void => {
    const rate = Math.round(loaded / ((Date.now() - start) / 1000));
    process.stderr.write(`\r${String(loaded)} artisans, ${String(rate)} a second`);
  };
  await loadPopulation(client, { artisans, seed, onProgress });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  process.stderr.write(`\r${String(artisans)} artisans and the roll-out loaded in ${seconds} s\n`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
