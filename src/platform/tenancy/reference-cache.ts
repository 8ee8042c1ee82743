import type { Client, Pool } from 'pg';
import { connectTo, runOn } from '../postgres/pool.ts';
import { loadReference, type ReferenceSnapshot, type ReferenceSource } from './reference.ts';

const CHANNEL = 'hiraf_reference';
const RETRY_MS = 1000;

export interface StoreHooks {
  /** A new connection of the gateway's, to listen on. */
  readonly connect: () => Client;
  readonly onFault: (error: unknown) => void;
}

/** Keeps the reference data in memory and loads it again whenever one of its tables has changed. */
export class ReferenceCache {
  #snapshot: ReferenceSnapshot = new Map();
  #listener: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  #loading: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly sources: readonly ReferenceSource<unknown>[],
    private readonly hooks: StoreHooks,
  ) {}

  get snapshot(): ReferenceSnapshot {
    return this.#snapshot;
  }

  /** Listens before it loads, so that no change falls between the two. */
  async open(): Promise<void> {
    await this.listen();
    await this.reload();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#listener?.end().catch(() => undefined);
  }

  /**
   * Loads one after the other: of two loads at once the one that has read less could end last, and would stay. Who asks
   * while one waits for its turn waits with it, for it has read nothing yet.
   */
  reload(): Promise<void> {
    this.#next ??= this.#loading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#loading = this.load();
        return this.#loading;
      });
    return this.#next;
  }

  private async load(): Promise<void> {
    const client = await connectTo(this.pool);
    try {
      await client.query('begin isolation level repeatable read read only; set local role hiraf_public');
      this.#snapshot = await loadReference(this.sources, (statement) => runOn(client, statement));
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  private async listen(): Promise<void> {
    await this.#listener?.end().catch(() => undefined);
    const client = this.hooks.connect();
    this.#listener = client;
    // The connection may break with the database: then changes may have been missed, so all is loaded again.
    client.on('error', () => undefined);
    client.on('end', () => {
      if (this.#listener === client) this.recover();
    });
    client.on('notification', () => {
      this.reload().catch(this.hooks.onFault);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
  }

  /** Opens again after a while. A connection that cannot be made both fails and ends, so one try at a time is planned. */
  private recover(): void {
    if (this.#closed || this.#retry !== undefined) return;
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.open().catch(() => {
        this.recover();
      });
    }, RETRY_MS).unref();
  }
}
