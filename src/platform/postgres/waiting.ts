import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { aborted } from '../lib/aborted.ts';

const TRY_EVERY_MS = 500;
const CONNECT_WITHIN_MS = 3000;

// What a server that is not up yet is like: no host, no port, no answer.
const NETWORK = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'ENOENT'],
]);
// The client gives these no code.
const NO_ANSWER = /timeout expired|Connection terminated/;
// Connection exceptions, no room, and a server that starts, stops or recovers.
const NOT_YET = /^(?:08|53|57P)/;

/** Whether an error may be gone in a moment; a wrong password or a database that does not exist stays wrong. */
function isPassing(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof pg.DatabaseError) return NOT_YET.test(code ?? '');
  return NETWORK.has(code ?? '') || NO_ANSWER.test(message);
}

const causeOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message: string };
  return message === '' ? (code ?? 'unknown cause') : message;
};

async function isUp(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: CONNECT_WITHIN_MS,
  });
  // It may break between the answer and its end, which is nothing to die of.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    // Not awaited: a server that hangs does not close it.
    void client.end().catch(() => undefined);
  }
}

export interface Patience {
  readonly milliseconds: number;
  readonly report: (line: string) => void;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

/** Waits until a database answers, and reports the wait once. No report and no error holds a password. */
export async function untilUp(url: string, { milliseconds, report, signal }: Patience): Promise<void> {
  const [until, seconds, { host }] = [Date.now() + milliseconds, String(milliseconds / 1000), new URL(url)];
  const ended = aborted(signal);
  for (let hasReported = false; ; hasReported = true) {
    const error: unknown = await Promise.race([isUp(url).catch((cause: unknown) => cause), ended]);
    signal.throwIfAborted();
    if (error === undefined) return;
    const cause = causeOf(error);
    if (!isPassing(error)) throw new Error(`The database at ${host} cannot be used: ${cause}. See DATABASE_URL.`);
    if (Date.now() >= until) {
      const advice = 'Start it, or correct DATABASE_URL; DATABASE_WAIT says how many seconds to wait';
      throw new Error(`The database at ${host} did not answer within ${seconds} s: ${cause}. ${advice}.`);
    }
    if (!hasReported)
      report(`The database at ${host} does not answer yet (${cause}); waiting up to ${seconds} s for it.`);
    await sleep(TRY_EVERY_MS, undefined, { signal });
  }
}
