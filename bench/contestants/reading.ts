import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { sessionOf } from './session.ts';

export type Cells = readonly unknown[];

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** What makes a transaction a viewer's. */
export function settingOf(viewer: Viewer): string {
  const { role, ...settings } = sessionOf(viewer);
  const set = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
  return `select ${set.join(', ')}; set local role ${role ?? ''}`;
}

export const openingOf = (viewer: Viewer, mode: string): string =>
  `begin isolation level ${mode}; ${settingOf(viewer)}`;

/** One transaction with the viewer's role, sent together with its first statement; its end is not waited for. */
export class Reading {
  #client: Promise<pg.PoolClient> | undefined;

  constructor(
    private readonly pool: pg.Pool,
    readonly viewer: Viewer,
  ) {}

  async rows<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const client = await this.client();
    return (await client.query<Row>({ text, values, name: nameOf(text) })).rows;
  }

  /** Rows as lists of their columns, which takes less than an object for each. */
  async cells(text: string, values: unknown[]): Promise<Cells[]> {
    const client = await this.client();
    return (await client.query<unknown[]>({ text, values, name: nameOf(text), rowMode: 'array' })).rows;
  }

  end(): void {
    const opened = this.#client;
    this.#client = undefined;
    void opened?.then((client) => {
      void client.query('commit').catch(() => undefined);
      client.release();
    });
  }

  private client(): Promise<pg.PoolClient> {
    this.#client ??= this.open();
    return this.#client;
  }

  private async open(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    void client.query(openingOf(this.viewer, 'repeatable read read only')).catch(() => undefined);
    return client;
  }
}
