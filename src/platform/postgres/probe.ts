import { Socket } from 'node:net';
import pg from 'pg';

const KEPT_MS = 1000;
const ANSWER_WITHIN_MS = 2500;
const STATEMENT_WITHIN_MS = 2000;

/** What is wrong with a database. */
export interface Trouble {
  readonly reason: 'DATABASE_DOWN' | 'WRITES_FAIL';
  /** The cause as PostgreSQL or the network reports it; for the log alone. */
  readonly cause: string;
}

const LATE: Trouble = { reason: 'DATABASE_DOWN', cause: `no answer within ${String(ANSWER_WITHIN_MS)} ms` };

// Rows that are too many for the memory allowed take 256 kB of the disk, as a table that grows would, and give them back.
// The message goes through the write-ahead log and the commit, as every change does. Neither needs a table or a right.
const PROBE = `
  begin;
  set local work_mem = '64kB';
  set local temp_tablespaces = '';
  select pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as read_only,
    (select count(*) from unnest(array_fill(repeat('x', 8000), array[32]))) as spilled,
    case when not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'
      then pg_logical_emit_message(true, 'hiraf', 'ready') end as written;
  commit`;

interface Found {
  readonly standby: boolean;
  readonly read_only: boolean;
}

// Connection exceptions, and what an operator or a time limit ends: there is no answer rather than a refusal.
const NO_ANSWER = /^(?:08|57)/;

const textOf = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return message === '' ? String(code) : message;
};

function troubleOf(error: unknown): Trouble {
  const isRefused = error instanceof pg.DatabaseError && !NO_ANSWER.test(error.code ?? '');
  return { reason: isRefused ? 'WRITES_FAIL' : 'DATABASE_DOWN', cause: textOf(error) };
}

interface Line {
  readonly client: pg.Client;
  readonly socket: Socket;
  readonly connected: Promise<unknown>;
}

/**
 * Asks whether a database can be read and written, on a connection of its own that waits behind no request. An answer is
 * kept for a second, so that questions cannot load the database, however many there are.
 */
export class Probe {
  #line: Line | undefined;
  #asking: Promise<Trouble | undefined> | undefined;
  #keptUntil = 0;

  constructor(private readonly url: string) {}

  /** What is wrong; undefined where nothing is. Answers within three seconds, whatever the database does. */
  trouble(): Promise<Trouble | undefined> {
    if (this.#asking === undefined || performance.now() > this.#keptUntil) {
      this.#keptUntil = Infinity;
      this.#asking = this.askedInTime().finally(() => {
        this.#keptUntil = performance.now() + KEPT_MS;
      });
    }
    return this.#asking;
  }

  /** Closes the connection at once; there is nothing to finish. */
  close(): void {
    this.#line?.socket.destroy();
    this.#line = undefined;
  }

  private async askedInTime(): Promise<Trouble | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Trouble>((done) => {
      timer = setTimeout(done, ANSWER_WITHIN_MS, LATE);
    });
    try {
      // A connection may have been lost since it was used last; a second one is new.
      for (let isNew = this.#line === undefined; ; isNew = true) {
        const trouble = await Promise.race([this.asked(), late]);
        if (trouble?.reason !== 'DATABASE_DOWN') return trouble;
        this.close();
        if (isNew || trouble === LATE) return trouble;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  private async asked(): Promise<Trouble | undefined> {
    this.#line ??= this.opened();
    const { client, connected } = this.#line;
    try {
      await connected;
    } catch (error) {
      return { reason: 'DATABASE_DOWN', cause: textOf(error) };
    }
    try {
      const results = (await client.query(PROBE)) as unknown as pg.QueryResult<Found>[];
      const found = results.flatMap(({ rows }) => rows).find((row) => 'standby' in row);
      if (found?.standby) return { reason: 'WRITES_FAIL', cause: 'the server is a standby' };
      return found?.read_only ? { reason: 'WRITES_FAIL', cause: 'the database is set to be read only' } : undefined;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      return troubleOf(error);
    }
  }

  private opened(): Line {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'hiraf health',
      connectionTimeoutMillis: STATEMENT_WITHIN_MS,
      statement_timeout: STATEMENT_WITHIN_MS,
      keepAlive: true,
      stream: () => socket,
    });
    // A connection that dies fails its question; without a listener it would end the process as well.
    client.on('error', () => undefined);
    socket.once('close', () => {
      if (this.#line?.socket === socket) this.#line = undefined;
    });
    return { client, socket, connected: client.connect() };
  }
}
