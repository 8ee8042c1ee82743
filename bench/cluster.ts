import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/platform/postgres/embedded.ts';
import { gatewayPassword } from '../src/platform/postgres/pool.ts';
import { migrate } from '../src/platform/postgres/migrate.ts';
import { withClient } from '../src/platform/postgres/open.ts';
import { migrationsList } from '../migrations/index.ts';
import { filledTables, loadPopulation } from '../src/seed/population.ts';
import { loadReference } from '../src/seed/reference.ts';
import { RIVAL_OBJECTS } from './rival-objects.ts';
import { track } from './statements.ts';

const SEED = 50_17;
export const EVERYWHERE = '{0,1,2,3,4,5,6,7,8,9,10,11,12}';
// Durability as PostgreSQL ships it; enough memory that every contestant reads from it and none from the disk.
const FLAGS = ['-c shared_buffers=1GB', '-c max_connections=100', '-c shared_preload_libraries=pg_stat_statements'];

// The seed seats eight members in the committees that are formed. The bench asks for more: each committee has twelve, of
// which as many are the seed's as it gave.
const SEAT_MORE = `
  insert into committee_member (region_id, committee_id, province_id, artisan_id, capacity, chair, name_ar, name_latin, joined_on)
  select k.region_id, k.id, k.province_id, a.id, 'ARTISAN', false, a.name_ar, a.name_latin, date '2026-01-05'
  from committee k
  cross join lateral (
    select t.id, t.name_ar, t.name_latin from artisan t where t.region_id = k.region_id order by t.id
    limit 12 - (select count(*) from committee_member m where m.region_id = k.region_id and m.committee_id = k.id)
  ) a
  order by k.region_id, k.id, a.id`;

/** One PostgreSQL of the bench's own, with a database for each scale. */
export interface Cluster {
  /** The folder of the bench, for keys too. */
  readonly folder: string;
  readonly version: string;
  /** The process that all others of PostgreSQL are children of. */
  readonly postmaster: number;
  /** The owner's address of the database of a scale. */
  database(artisans: number): Promise<string>;
  stop(): Promise<void>;
}

export async function openCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'hiraf-bench-'));
  // PostgreSQL runs as another account where the bench is root, and has to reach its data.
  await chmod(folder, 0o755);
  const server = await openEmbedded(folder, FLAGS);
  const version = await withClient(server.url('postgres'), async (client) => {
    await track(client, 'none');
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
    return rows[0]?.version ?? 'unknown';
  });
  const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  return {
    folder,
    version,
    postmaster: Number(pid),
    database: (artisans) => made(server.url.bind(server), artisans),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function made(url: (database: string) => string, artisans: number): Promise<string> {
  const name = `bench_${String(artisans)}`;
  await withClient(url('postgres'), (client) => client.query(`create database ${name}`));
  const address = url(name);
  await migrate(migrationsList, address, gatewayPassword(address, undefined));
  await withClient(address, async (client) => {
    await loadReference(client);
    await client.query(`select set_config('app.records', '${EVERYWHERE}', false)`);
    await loadPopulation(client, { artisans, seed: SEED, onProgress: () => undefined });
    await client.query('create extension pg_stat_statements');
    await client.query(SEAT_MORE);
    for (const statement of RIVAL_OBJECTS) await client.query(statement);
    await client.query(`vacuum analyze ${await filledTables(client)}`);
    await client.query('checkpoint');
  });
  return address;
}
