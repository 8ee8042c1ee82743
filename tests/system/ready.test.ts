import 'reflect-metadata';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
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
import { blockedIn } from '../support/database.ts';

const POOL_SIZE = 3;
const PEOPLE = '{ artisans { totalCount } }';
const READY = [200, { status: 'ready' }];
const within = { timeout: 10_000, interval: 100 };

let dir: string;
let server: EmbeddedServer;
let url: string;
let app: FastifyInstance;

/** A server of its own: these tests change its settings, stop it and fill it. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hiraf-ready-'));
  await chmod(dir, 0o711);
  server = await openEmbedded(join(dir, 'server'));
  await withClient(server.url('postgres'), (client) => client.query('create database hiraf'));
  url = server.url('hiraf');
  const config = parseConfig({
    DATA_DIR: dir,
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    DEMO_ARTISANS: '0',
    POOL_SIZE: String(POOL_SIZE),
  });
  await prepare(config, url, () => undefined);
  app = await buildServer({ config, databaseUrl: url });
}, 60_000);

afterAll(async () => {
  await app.close();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
});

async function ready(): Promise<unknown> {
  const response = await app.inject('/health/ready');
  return [response.statusCode, response.json()];
}

const notReady = (reason: string) => [
  503,
  { status: 'not ready', reason, message: expect.stringMatching(/^The database /) as string },
];

async function ask(query: string): Promise<unknown> {
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '1h' };
  const authorization = `Bearer ${await signToken({ subject: 'tester', role: 'central-service' }, signing)}`;
  const headers = { authorization };
  return (await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } })).json();
}

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(sql)).rows);
}

const probes = async (): Promise<number> =>
  (await rows(`select from pg_stat_activity where application_name = 'hiraf health'`)).length;

/** Has all sessions of the server take a setting while the work runs. */
async function withSetting(setting: string, work: () => Promise<void>): Promise<void> {
  const [name = ''] = setting.split(' ');
  await rows(`alter system set ${setting}`);
  await rows('select pg_reload_conf()');
  try {
    await work();
  } finally {
    await withClient(url, async (client) => {
      await client.query('set default_transaction_read_only = off');
      await client.query(`alter system reset ${name}`);
      await client.query('select pg_reload_conf()');
    });
  }
}

/** Every process of the server. */
async function processes(): Promise<number[]> {
  const [first = ''] = (await readFile(join(dir, 'server', 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  const children = await rows<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()');
  return [Number(first), ...children.map(({ pid }) => pid)];
}

describe('readiness', { timeout: 60_000 }, () => {
  it('is that the database can be read and written, and leaves nothing there', async () => {
    const before = await rows(`select relname, n_tup_ins, n_tup_upd from pg_stat_user_tables order by relname`);
    expect(await ready()).toEqual(READY);
    expect(await rows(`select relname, n_tup_ins, n_tup_upd from pg_stat_user_tables order by relname`)).toEqual(
      before,
    );
    expect(await rows('select pg_ls_tmpdir()')).toEqual([]);
  });

  it('is looked up once a second, however often it is asked for', async () => {
    const files = async (): Promise<number> => {
      const [row] = await rows<{ n: number }>(
        `select temp_files::int as n from pg_stat_database where datname = current_database()`,
      );
      return row?.n ?? -1;
    };
    await sleep(2500);
    expect(await ready()).toEqual(READY);
    await sleep(1100);
    expect(await ready()).toEqual(READY);
    const before = await files();
    const began = performance.now();
    for (let turn = 0; turn < 20; turn += 1) {
      for (const answer of await Promise.all(Array.from({ length: 25 }, ready))) expect(answer).toEqual(READY);
    }
    const seconds = (performance.now() - began) / 1000;
    // Its session reports what it has done a second later.
    await sleep(1100);
    await ready();
    await sleep(1100);
    await ready();
    const looked = (await files()) - before;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(seconds + 4);
  });

  it('does not wait for requests that hold or want every connection', async () => {
    await withClient(url, async (client) => {
      await client.query('begin; lock table artisan in access exclusive mode');
      const waiting = Array.from({ length: POOL_SIZE * 5 }, () => ask(PEOPLE));
      await expect.poll(() => blockedIn(url), within).toBe(POOL_SIZE);
      await sleep(1100);
      const began = performance.now();
      expect(await ready()).toEqual(READY);
      expect(performance.now() - began).toBeLessThan(1000);
      await client.query('rollback');
      await Promise.all(waiting);
    });
  });

  it('is not lost with the connection that it is looked up on', async () => {
    await ready();
    await rows(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'hiraf health'`);
    await sleep(1100);
    expect(await ready()).toEqual(READY);
    expect(await probes()).toBe(1);
  });

  it('is missing while the disk takes nothing more', async () => {
    // The bound on temporary files is what a full disk is to them; a session that is a superuser’s has none.
    await withSetting('temp_file_limit = 0', async () => {
      await expect.poll(ready, within).toEqual(notReady('WRITES_FAIL'));
      expect(await ask(PEOPLE)).toEqual({ data: { artisans: { totalCount: 0 } } });
    });
    await expect.poll(ready, within).toEqual(READY);
    expect(await probes()).toBe(1);
  });

  it('is missing while the database is read only', async () => {
    await withSetting('default_transaction_read_only = on', async () => {
      await expect.poll(ready, within).toEqual(notReady('WRITES_FAIL'));
    });
    await expect.poll(ready, within).toEqual(READY);
  });

  it('is missing within three seconds while the database hangs, for all who ask', async () => {
    const all = await processes();
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    try {
      await sleep(1100);
      for (let turn = 0; turn < 3; turn += 1) {
        const began = performance.now();
        for (const answer of await Promise.all(Array.from({ length: 20 }, ready))) {
          expect(answer).toEqual(notReady('DATABASE_DOWN'));
        }
        expect(performance.now() - began).toBeLessThan(3000);
        await sleep(1100);
      }
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT');
    }
    await expect.poll(ready, { timeout: 5000, interval: 100 }).toEqual(READY);
    // Those that were tried meanwhile are gone.
    await expect.poll(probes, within).toBe(1);
  });

  it('is missing while the database is gone, and comes back with it', async () => {
    await server.stop();
    await sleep(1100);
    const began = performance.now();
    expect(await ready()).toEqual(notReady('DATABASE_DOWN'));
    expect(performance.now() - began).toBeLessThan(3000);
    server = await openEmbedded(join(dir, 'server'));
    expect(server.url('hiraf')).toBe(url);
    await expect.poll(ready, { timeout: 5000, interval: 100 }).toEqual(READY);
  });
});
