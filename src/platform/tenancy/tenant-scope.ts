import DataLoader from 'dataloader';
import type { Statement } from '../postgres/sql.ts';
import type { Pool, PoolClient } from 'pg';
import { connectTo, giveUp, runOn } from '../postgres/pool.ts';
import { memoizeByObject } from '../lib/memoize.ts';
import { referenceOf, type ReferenceSnapshot, type ReferenceSource } from './reference.ts';
import type { Area } from '../auth/roles.ts';
import type { Viewer } from '../auth/viewer.ts';

/** Answers a value for each key, in the order of the keys. */
export type Batch<Key, Value> = (scope: TenantScope, keys: readonly Key[]) => Promise<readonly Value[]>;

const TRANSACTION_ABORTED = '25P02';

const arrayOf = (area: Area): string => `{${area.regions.join(',')}}`;

// Only numbers and role names of our own enter this text: nothing that a client sends.
const settingsOf = memoizeByObject((viewer: Viewer): string => {
  const { capture, records, figures } = viewer.grants;
  const settings = [
    `set_config('app.records', '${arrayOf(records)}', true)`,
    `set_config('app.capture', '${arrayOf(capture)}', true)`,
    `set_config('app.figures', '${arrayOf(figures)}', true)`,
    `set_config('app.province', '${String(records.province ?? '')}', true)`,
    // What `set local role` does, without a statement of its own.
    `set_config('role', '${databaseRole(viewer)}', true)`,
  ];
  return `select ${settings.join(', ')}`;
});

/** The weakest database role that shows what the viewer may see. */
function databaseRole({ grants }: Viewer): string {
  if (grants.capture.regions.length > 0) return 'hiraf_capture';
  if (grants.records.regions.length > 0) return 'hiraf_records';
  return grants.figures.regions.length > 0 ? 'hiraf_figures' : 'hiraf_public';
}

/** Finds a row by its type and its number; null where it does not exist or is not visible. */
export type FindRow = (scope: TenantScope, type: string, id: number) => object | null | Promise<object | null>;

/** How often an officer may do on one day what gives away something of people elsewhere; counted in the database. */
export interface NumberLimits {
  /** Changes of national identity numbers of entries that are there. */
  readonly changes: number;
  /** Numbers that were in the register already. */
  readonly hits: number;
}

/** Where a scope reads: the pool of the gateway, and the reference data of this moment. */
export interface Source {
  readonly pool: Pool;
  readonly snapshot: ReferenceSnapshot;
  readonly find: FindRow;
  readonly limits: NumberLimits;
  /** Called with each statement before it runs. */
  readonly observe?: ((statement: Statement<unknown>) => void) | undefined;
}

/** Work for a request that is over: its client has gone. */
export class RequestOver extends Error {
  override readonly name = 'RequestOver';
}

/**
 * The state of one request: who asks, and one transaction with one role and one snapshot, opened by the first statement.
 * A total and its parts in the same answer therefore always add up.
 */
export class TenantScope {
  readonly #loaders = new Map<unknown, unknown>();
  #client: Promise<PoolClient> | undefined;
  #failure: unknown;
  #isOver = false;
  /** Statements that are not answered yet. */
  #pending = 0;
  protected readonly mode: string = 'repeatable read read only';

  constructor(
    readonly viewer: Viewer,
    protected readonly source: Source,
  ) {}

  reference<Value>(source: ReferenceSource<Value>): Value {
    return referenceOf(this.source.snapshot, source);
  }

  get limits(): NumberLimits {
    return this.source.limits;
  }

  async rows<Row>(statement: Statement<Row>): Promise<Row[]> {
    this.source.observe?.(statement);
    this.#pending += 1;
    try {
      return await runOn(await this.client(), statement);
    } catch (error) {
      throw this.causeOf(error);
    } finally {
      this.#pending -= 1;
    }
  }

  /** One loader for each batch function. */
  loader<Key, Value>(batch: Batch<Key, Value>): DataLoader<Key, Value> {
    const existing = this.#loaders.get(batch) as DataLoader<Key, Value> | undefined;
    if (existing !== undefined) return existing;
    const made = new DataLoader<Key, Value>((keys) => batch(this, keys));
    this.#loaders.set(batch, made);
    return made;
  }

  /** Ends the transaction; it only read, so its end need not be waited for by the answer. */
  close(): void {
    const opened = this.#client;
    this.#loaders.clear();
    this.#failure = undefined;
    if (opened === undefined) return;
    this.#client = undefined;
    void opened.then(ended, () => undefined);
  }

  /**
   * Ends the scope with its request. What still runs of it then, beside a field that failed, may not open a transaction
   * that would not be ended.
   */
  finish(): void {
    this.close();
    this.#isOver = true;
  }

  /** Ends the scope of a request whose client has gone, and with it the statement that runs for it. */
  abandon(): void {
    const opened = this.#client;
    if (opened === undefined || this.#pending === 0) {
      this.finish();
      return;
    }
    this.#client = undefined;
    this.#isOver = true;
    this.#failure = new RequestOver('The request was over before its statement.');
    void opened.then(giveUp, () => undefined);
  }

  /** Whether its request is over. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** What follows a failure in the same transaction failed for the same reason, and has the same error. */
  private causeOf(error: unknown): unknown {
    if (this.#failure instanceof RequestOver) return this.#failure;
    this.#failure ??= error;
    return (error as { code?: unknown } | null)?.code === TRANSACTION_ABORTED ? this.#failure : error;
  }

  /** The connection of the transaction, which the first statement opens. */
  protected client(): Promise<PoolClient> {
    if (this.#isOver) return Promise.reject(new RequestOver('Nothing is read for a request that is over.'));
    this.#client ??= this.open();
    return this.#client;
  }

  /** Leaves the transaction to the caller, to be ended there, and with it the scope. */
  protected taken(): Promise<PoolClient> | undefined {
    const opened = this.#client;
    this.#client = undefined;
    this.#isOver = true;
    return opened;
  }

  private async open(): Promise<PoolClient> {
    const client = await connectTo(this.source.pool);
    // Not awaited: the pipeline sends it in the same round trip as the first statement, which fails if this does.
    void client.query(`begin isolation level ${this.mode}; ${settingsOf(this.viewer)}`).catch(() => undefined);
    return client;
  }
}

/**
 * Ends a transaction that only read. The connection is free at once: the end and the opening of whoever waits for it travel
 * together, and one that is lost fails that opening as well.
 */
function ended(client: PoolClient): void {
  void client.query('commit').catch(() => undefined);
  client.release();
}
