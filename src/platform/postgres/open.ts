import pg from 'pg';
import type { Config } from '../config/config.ts';
import { openEmbedded } from './embedded.ts';
import { untilUp } from './waiting.ts';

const DATABASE = 'hiraf';
const SLOW_MS = 5000;
// As a shell reports a command that was ended by Ctrl-C.
const INTERRUPTED = 130;

export interface Database {
  /** The owner's address. */
  readonly url: string;
  /** Starts the embedded server again whenever it is gone; one that is not ours is for others to supervise. */
  supervise(report: (line: string) => void): void;
  /** Stops the embedded server, unless another process uses it; leaves one that is not ours alone. */
  stop(): Promise<void>;
}

export interface Opening {
  /** Given a line for the operator where something has to be waited for. */
  readonly report: (line: string) => void;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/**
 * The database of the configuration: the server that DATABASE_URL names, else the embedded one under the data folder. One
 * that is not up yet is waited for.
 */
export async function openDatabase(config: Config, { report, signal }: Opening): Promise<Database> {
  const patience = { milliseconds: config.databaseWaitMs, report, signal };
  if (config.databaseUrl !== undefined) {
    await untilUp(config.databaseUrl, patience);
    return { url: config.databaseUrl, supervise: () => undefined, stop: () => Promise.resolve() };
  }
  const slow = setTimeout(report, SLOW_MS, 'The embedded PostgreSQL is still starting; after a crash it takes longer.');
  try {
    const server = await openEmbedded(config.dataDir, [], signal);
    try {
      await untilUp(server.url('postgres'), patience);
      await ensureDatabase(server.url('postgres'));
    } catch (error) {
      await server.stop();
      throw error;
    }
    return { url: server.url(DATABASE), supervise: server.supervise.bind(server), stop: server.stop.bind(server) };
  } finally {
    clearTimeout(slow);
  }
}

/** Runs a command on the database of the configuration. An interruption leaves no embedded PostgreSQL behind either. */
export async function usingDatabase<Value>(config: Config, work: (url: string) => Promise<Value>): Promise<Value> {
  const interruption = new AbortController();
  const report = (line: string): void => void process.stderr.write(`${line}\n`);
  const opening = openDatabase(config, { report, signal: interruption.signal });
  const interrupt = async (): Promise<void> => {
    interruption.abort();
    const database = await opening.catch(() => undefined);
    await database?.stop().catch(() => undefined);
    process.exit(INTERRUPTED);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void interrupt());
  const database = await opening;
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
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
