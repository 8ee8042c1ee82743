import { createHmac } from 'node:crypto';
import pg from 'pg';
import { batchingSocket } from './batching-socket.ts';
import { preparedName } from './prepared-statements.ts';
import { compileSql, type Statement } from './sql.ts';
import { asUnavailable, DatabaseUnavailable } from './unavailable.ts';

const GATEWAY = 'hiraf_gateway';
const CONNECT_MS = 3000;
const STATEMENT_MS = 10_000;
const LOCK_MS = 5000;
// A little more than STATEMENT_MS: ends the wait where PostgreSQL is reachable but does not answer.
const ANSWER_MS = 11_000;
const TYPE_DATE = 1082;
const TYPE_INT8 = 20;

const defaultParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (value: string) => unknown;

// A date is a day of the calendar and stays text: a Date object would shift it with the time zone of the machine.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) => {
    if (oid === TYPE_DATE) return String;
    if (oid === TYPE_INT8) return Number;
    return defaultParser(oid, format);
  },
};

/** The password of the gateway follows from the owner's, so that several API processes agree without another secret. */
export function gatewayPassword(ownerUrl: string, chosen: string | undefined): string {
  return chosen ?? createHmac('sha256', ownerUrl).update(GATEWAY).digest('base64url');
}

/** The address of the same database for the gateway role. */
export function gatewayUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = GATEWAY;
  url.password = password;
  return url.href;
}

export function openPool(ownerUrl: string, password: string, size: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: gatewayUrl(ownerUrl, password),
    max: size,
    types,
    // The opening of a transaction and its first statement travel together.
    pipeline: true,
    stream: batchingSocket,
    application_name: 'hiraf',
    // Statements are made for one index each. With the values known, the planner takes the policies for more selective than
    // they are, sorts a whole region for one page, and plans again each time: 2.0 against 0.3 ms of PostgreSQL for a page.
    // PostgreSQL checks every 500 ms whether the client is still connected, and ends its statement if not. A cancellation sent
    // from outside could meet the next statement of the connection.
    options: '-c plan_cache_mode=force_generic_plan -c client_connection_check_interval=500',
    connectionTimeoutMillis: CONNECT_MS,
    // The role has time limits of its own, for connections that are opened elsewhere.
    statement_timeout: STATEMENT_MS,
    lock_timeout: LOCK_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A connection that dies, idle or not, fails its own statements and is replaced by the next request; without these
  // listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A pool for what all processes count together: small, and quick to say that the database is away. */
export function openBudgetPool(ownerUrl: string, password: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: gatewayUrl(ownerUrl, password),
    max: 2,
    application_name: 'hiraf budgets',
    options: '-c role=hiraf_budget',
    connectionTimeoutMillis: 1000,
    statement_timeout: 1000,
    query_timeout: 1000,
  });
  pool.on('error', () => undefined);
  return pool;
}

/** A connection of the pool. */
export async function connectTo(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new DatabaseUnavailable(error);
  }
}

/** Runs one statement on a connection, which keeps it prepared where it comes again. */
export async function runOn<Row>(client: pg.ClientBase, statement: Statement<Row>): Promise<Row[]> {
  const { sql: text, parameters } = compileSql(statement);
  const name = preparedName(client, text);
  try {
    const result = await client.query<Row & pg.QueryResultRow>({
      text,
      values: [...parameters],
      ...(name === undefined ? {} : { name }),
    });
    return result.rows;
  } catch (error) {
    throw asUnavailable(error);
  }
}

/** Gives up a connection whose statement no client waits for any more: PostgreSQL finds out and ends the statement. */
export function giveUp(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
  client.release(true);
}
