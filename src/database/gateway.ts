import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';
import type { RawBuilder } from 'kysely';
import { batchingSocket } from './batching-socket.ts';
import { compiled } from './statement.ts';

const GATEWAY = 'hiraf_gateway';
// Statement texts are few and stable; past the bound a text is still run, only not kept prepared.
const PREPARED_AT_MOST = 500;
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
    // they are, sorts a whole region for one page, and plans anew each time: 2.0 against 0.3 ms of PostgreSQL for a page.
    options: '-c plan_cache_mode=force_generic_plan',
    connectionTimeoutMillis: 5000,
    // The role has the same of its own, for connections that are opened elsewhere.
    statement_timeout: 15_000,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A connection that dies, idle or not, fails its own statements and is replaced by the next request; without these
  // listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const names = new Map<string, string>();

function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= PREPARED_AT_MOST) return known;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** Runs one statement on a connection, prepared under a name that follows from its text. */
export async function runOn<Row>(client: pg.ClientBase, statement: RawBuilder<Row>): Promise<Row[]> {
  const { sql: text, parameters } = compiled(statement);
  const name = preparedName(text);
  const result = await client.query<Row & pg.QueryResultRow>({
    text,
    values: [...parameters],
    ...(name === undefined ? {} : { name }),
  });
  return result.rows;
}
