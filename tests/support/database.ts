import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { gatewayPassword, gatewayUrl } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { whenDone } from './closing.ts';
import { cloned } from './templates.ts';

export type Template = 'empty' | 'demo';

export interface TestDatabase {
  /** The owner's address of this file's own database. */
  readonly url: string;
  /** The address for the gateway role, as the API uses it. */
  readonly gatewayUrl: string;
  readonly gatewayPassword: string;
}

/** A database of the test file's own, cloned from a template and dropped after the file. */
export async function testDatabase(from: Template): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await cloned(serverUrl, from, name);
  whenDone(async () => {
    await withClient(serverUrl, (client) => client.query(`drop database ${name} with (force)`));
  });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const password = gatewayPassword(serverUrl, undefined);
  return { url: url.href, gatewayUrl: gatewayUrl(url.href, password), gatewayPassword: password };
}

export interface Sight {
  readonly role: 'hiraf_public' | 'hiraf_figures' | 'hiraf_records' | 'hiraf_capture';
  readonly records?: readonly number[];
  readonly capture?: readonly number[];
  readonly figures?: readonly number[];
  readonly province?: number;
}

/** The nation and the twelve regions. */
export const ALL: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const arrayOf = (regions: readonly number[] | undefined): string => `{${(regions ?? []).join(',')}}`;

/** Runs some work as one of the API's own database roles, so that the policies really apply; nothing is kept. */
export async function asRole<Value>(
  url: string,
  sight: Sight,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  return withClient(url, async (client) => {
    await client.query('begin');
    await client.query(
      `select set_config('app.records', $1, true), set_config('app.capture', $2, true),
        set_config('app.figures', $3, true), set_config('app.province', $4, true)`,
      [arrayOf(sight.records), arrayOf(sight.capture), arrayOf(sight.figures ?? ALL), String(sight.province ?? '')],
    );
    await client.query(`set local role ${sight.role}`);
    try {
      return await work(client);
    } finally {
      await client.query('rollback');
    }
  });
}

/** How many statements of the gateway wait for a lock; on a connection of its own, for a transaction sees the same always. */
export const blockedIn = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and usename = 'hiraf_gateway'`;
    return (await client.query(waiting)).rowCount ?? 0;
  });

/** A connection of the owner that reads every region, closed after the file. */
export async function ownerEverywhere(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  whenDone(() => client.end());
  await client.query(
    `select set_config('app.' || name, $1, false) from unnest(array['records', 'capture', 'figures']) as name`,
    [arrayOf(ALL)],
  );
  return client;
}
