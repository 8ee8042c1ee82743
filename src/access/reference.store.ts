import type { Client, Pool } from 'pg';
import { runOn } from '../database/gateway.ts';
import { loadReference, type ReferenceSnapshot, type ReferenceSource } from './reference.ts';

const CHANNEL = 'hiraf_reference';
const RETRY_MS = 1000;

export interface StoreHooks {
  /** A new connection of the gateway's, to listen on. */
  readonly connect: () => Client;
  readonly onFault: (error: unknown) => void;
}

/** Holds the reference data and loads it anew whenever one of its tables has changed. */
export class ReferenceStore {
  #snapshot: ReferenceSnapshot = new Map();
  #listener: Client | undefined;
  #closed = false;

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
    await this.#listener?.end().catch(() => undefined);
  }

  async reload(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only; set local role hiraf_public');
      this.#snapshot = await loadReference(this.sources, (statement) => runOn(client, statement));
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  private async listen(): Promise<void> {
    const client = this.hooks.connect();
    // The connection may break with the database: then changes may have been missed, so all is loaded again.
    client.on('error', () => undefined);
    client.on('end', () => {
      this.recover();
    });
    client.on('notification', () => {
      this.reload().catch(this.hooks.onFault);
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    this.#listener = client;
  }

  private recover(): void {
    if (this.#closed) return;
    setTimeout(() => {
      if (this.#closed) return;
      this.open().catch(() => {
        this.recover();
      });
    }, RETRY_MS).unref();
  }
}
