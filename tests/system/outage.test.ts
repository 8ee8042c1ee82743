import 'reflect-metadata';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { prepare } from '../../src/cli/prepare.ts';
import { parseConfig } from '../../src/platform/config/config.ts';
import { openEmbedded, type EmbeddedServer } from '../../src/platform/postgres/embedded.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { buildServer } from '../../src/server.ts';

const PEOPLE = '{ artisans { totalCount } }';

let dir: string;
let server: EmbeddedServer;
/** The owner's address, which stays when the server is started again. */
let url: string;
let app: FastifyInstance;
let authorization: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hiraf-outage-'));
  await chmod(dir, 0o711);
  server = await openEmbedded(join(dir, 'server'));
  await withClient(server.url('postgres'), (client) => client.query('create database hiraf'));
  url = server.url('hiraf');
  const config = parseConfig({
    DATA_DIR: dir,
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    DEMO_ARTISANS: '0',
    POOL_SIZE: '3',
  });
  await prepare(config, url, () => undefined);
  app = await buildServer({ config, databaseUrl: url });
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '1h' };
  authorization = `Bearer ${await signToken({ subject: 'tester', role: 'central-service' }, signing)}`;
}, 60_000);

afterAll(async () => {
  await app.close();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

interface Told {
  readonly data?: Record<string, unknown>;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
}

async function ask(query: string): Promise<Told> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization },
    payload: { query },
  });
  return response.json<Told>();
}

const statusOf = async (url: string): Promise<number> => (await app.inject(url)).statusCode;
const codesOf = ({ errors = [] }: Told): string[] => errors.map(({ extensions }) => extensions.code);

async function quick<Value>(work: Promise<Value>, most: number): Promise<Value> {
  const began = performance.now();
  const value = await work;
  expect(performance.now() - began).toBeLessThan(most);
  return value;
}

const within = { timeout: 10_000, interval: 100 };

const gatewayConnections = () =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ query: string }>(
      `select query from pg_stat_activity where usename = 'hiraf_gateway' and datname = 'hiraf'`,
    );
    return rows.map(({ query }) => query);
  });
const listeners = async (): Promise<number> =>
  (await gatewayConnections()).filter((query) => query === 'listen hiraf_reference').length;

describe('the API over a database that goes away', () => {
  it('answers an error for a statement whose connection is cut, and goes on', async () => {
    await withClient(url, async (client) => {
      await client.query('begin; lock table artisan in access exclusive mode');
      const waiting = ask(PEOPLE);
      await expect.poll(gatewayConnections, within).toContainEqual(expect.stringContaining('artisan'));
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'hiraf_gateway'`);
      expect(codesOf(await quick(waiting, 5000))).toEqual(['SERVICE_UNAVAILABLE']);
    });
    // At this moment the pool may not have heard yet that its other connections are cut as well.
    await expect.poll(async () => (await ask(PEOPLE)).data, within).toEqual({ artisans: { totalCount: 0 } });
    await expect.poll(listeners, within).toBe(1);
  });

  it('says that it is not ready, answers what it holds in memory, and recovers by itself', async () => {
    const { port } = new URL(url);
    await server.stop();
    await expect.poll(() => quick(statusOf('/health/ready'), 6000), within).toBe(503);
    expect(await statusOf('/health/live')).toBe(200);
    expect(codesOf(await quick(ask(PEOPLE), 6000))).toEqual(['SERVICE_UNAVAILABLE']);
    expect((await quick(ask('{ regions { code } }'), 1000)).data?.['regions']).toHaveLength(12);
    // Long enough for the retries to pile up, if they did.
    await sleep(3000);

    server = await openEmbedded(join(dir, 'server'), [`-p ${port}`]);
    await expect.poll(() => statusOf('/health/ready'), within).toBe(200);
    expect((await ask(PEOPLE)).data).toEqual({ artisans: { totalCount: 0 } });
    await expect.poll(listeners, within).toBe(1);
    await sleep(1500);
    expect(await listeners()).toBe(1);
  }, 40_000);

  it('hears of changes to the reference data again', async () => {
    await withClient(url, (client) => client.query(`update region set name_en = 'Fez and Meknes' where id = 3`));
    const name = () => ask('{ region(code: "MA-03") { name { en } } }');
    await expect.poll(name, within).toEqual({ data: { region: { name: { en: 'Fez and Meknes' } } } });
  });
});
