import { existsSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/platform/postgres/embedded.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { whenDone } from '../support/closing.ts';
import { program } from '../support/process.ts';

const PEOPLE = '{ artisans { totalCount } }';
const STARTING = {
  code: 'SERVICE_UNAVAILABLE',
  retryable: true,
  requestId: expect.stringMatching(/^[\w-]{36}$/) as string,
};
const EVERYBODY = { data: { artisans: { totalCount: 500 } } };

async function listening(): Promise<{ server: Server; port: string }> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  whenDone(() => server.close());
  return { server, port: String((server.address() as AddressInfo).port) };
}

async function freePort(): Promise<string> {
  const { server, port } = await listening();
  await new Promise((done) => server.close(done));
  return port;
}

describe('a start on a port that is taken', { timeout: 60_000 }, () => {
  it('ends at once with what to do, and makes no database', async () => {
    const { dir, begin } = await program('empty');
    const { port } = await listening();
    const { ended, said } = begin({ PORT: port });
    expect(await ended).toBe(1);
    expect(said()).toMatch(
      /^hiraf could not start: .*127\.0\.0\.1:\d+: another program listens there.*PORT=0.*EADDRINUSE/,
    );
    expect(existsSync(join(dir, 'postgres'))).toBe(false);
  });

  it.each([
    ['an address that this machine does not have', { HOST: '192.0.2.1', PORT: '4000' }, /no network of this machine/],
    ['a host that does not exist', { HOST: 'nowhere.invalid', PORT: '4000' }, /no such host/],
  ])('ends at once for %s', async (_what, env, words) => {
    const { dir, begin } = await program('empty');
    const { ended, said } = begin(env);
    expect(await ended).toBe(1);
    expect(said()).toMatch(words);
    expect(existsSync(join(dir, 'postgres'))).toBe(false);
  });
});

describe('a server that is still filling its database', { timeout: 60_000 }, () => {
  it('lives, and is not ready before it answers', async () => {
    const { start, ask } = await program('empty');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const asked = async (path: string): Promise<unknown> => {
      const response = await fetch(`${address}${path}`, { headers: { 'accept-language': 'fr' } });
      expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
      return [response.status, response.headers.get('retry-after'), await response.json()];
    };
    const starting = start({ PORT: port });
    await expect.poll(() => asked('/health/live').catch(() => undefined)).toEqual([200, '1', { status: 'live' }]);
    expect(await asked('/health/ready')).toEqual([503, '1', { status: 'not ready', reason: 'STARTING' }]);
    expect(await asked('/graphql')).toMatchObject([
      503,
      '1',
      {
        errors: [{ message: 'Le serveur démarre. Réessayez dans quelques instants.', extensions: STARTING }],
      },
    ]);
    const { child, ended } = await starting;
    expect(await asked('/health/ready')).toEqual([200, null, { status: 'ready' }]);
    expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

describe('a database that is not up yet', { timeout: 120_000 }, () => {
  it('is waited for, which is said once', async () => {
    const { dir, begin, start } = await program('empty');
    const folder = join(dir, 'server');
    const server = await openEmbedded(folder);
    await withClient(server.url('postgres'), (client) => client.query('create database hiraf'));
    const DATABASE_URL = server.url('hiraf');
    await server.stop();
    const { said, child, ended } = begin({ DATABASE_URL });
    await expect.poll(said).toMatch(/does not answer yet/);
    await sleep(2000);
    // At its old port, for it is free.
    const again = await openEmbedded(folder);
    whenDone(() => again.stop());
    await expect.poll(said, { timeout: 30_000 }).toMatch(/hiraf answers at/);
    expect(said().match(/does not answer yet/g)).toHaveLength(1);
    expect(said()).not.toContain(new URL(DATABASE_URL).password);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    // It is not ours: it runs on.
    await expect(withClient(DATABASE_URL, (client) => client.query('select 1'))).resolves.toBeDefined();

    const wrong = new URL(DATABASE_URL);
    wrong.password = 'wrong-password';
    const began = performance.now();
    await expect(start({ DATABASE_URL: wrong.href })).rejects.toThrow(
      /It ended with 1: .*cannot be used: password authentication failed/,
    );
    wrong.pathname = '/nowhere';
    wrong.password = new URL(DATABASE_URL).password;
    await expect(start({ DATABASE_URL: wrong.href })).rejects.toThrow(
      /It ended with 1: .*cannot be used: database "nowhere" does not exist/,
    );
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it.each([
    ['is not there', async () => `127.0.0.1:${await freePort()}`, 'ECONNREFUSED'],
    ['is an address that does not exist', () => 'nowhere.invalid:5432', 'nowhere.invalid'],
    [
      'closes every connection',
      async () => `127.0.0.1:${(await listening()).port}`,
      'Connection terminated|ECONNRESET',
    ],
  ])('is given up in time with a clear error when it %s', async (_what, host, cause) => {
    const { start } = await program('empty');
    const DATABASE_URL = `postgres://owner:secret-word@${await host()}/hiraf`;
    const failure = await start({ DATABASE_URL, DATABASE_WAIT: '2' }).catch((error: unknown) => String(error));
    expect(failure).toMatch(new RegExp(`It ended with 1:[^]*did not answer within 2 s: .*(${cause}).*DATABASE_WAIT`));
    expect(failure).not.toContain('secret-word');
  });

  it('is given up at once by a signal', async () => {
    const { begin } = await program('empty');
    const { child, ended, said } = begin({
      DATABASE_URL: `postgres://owner:secret-word@127.0.0.1:${await freePort()}/hiraf`,
    });
    await expect.poll(said).toMatch(/does not answer yet/);
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('a misspelt setting', { timeout: 60_000 }, () => {
  it('is reported at the start', async () => {
    const { begin } = await program('empty');
    const { child, ended, said } = begin({ POOLSIZE: '3' });
    await expect.poll(said).toContain('POOLSIZE is set, which is no setting of hiraf. Is it POOL_SIZE?');
    await expect.poll(said).toContain('Filling');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
