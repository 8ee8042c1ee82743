import pg from 'pg';
import type { Config } from '../config/config.ts';
import { openEmbedded } from './embedded.ts';

const DATABASE = 'hiraf';

export interface Database {
  /** The owner's address. */
  readonly url: string;
  /** Starts the embedded server again whenever it is gone; one that is not ours is for others to keep. */
  keep(tell: (line: string) => void): void;
  /** Stops the embedded server; leaves one that is not ours alone. */
  stop(): Promise<void>;
}

/** The database of the configuration: the server that DATABASE_URL names, else the embedded one under the data folder. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    return { url: config.databaseUrl, keep: () => undefined, stop: () => Promise.resolve() };
  }
  const server = await openEmbedded(config.dataDir);
  try {
    await ensureDatabase(server.url('postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, url: server.url(DATABASE) };
}

async function ensureDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    // Processes that start together take turns; any number will do.
    await client.query('select pg_advisory_lock(5017)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/** Runs some work on a connection of its own, which is closed after it. */
export async function withClient<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url });
  // A connection that dies fails its statements; without a listener it would end the process as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
