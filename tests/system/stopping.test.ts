import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { blockedIn } from '../support/database.ts';
import { isRunning, program } from '../support/process.ts';
import { HALF_BODY, HALF_HEAD, LARGE, rawClient, whole } from '../support/raw-client.ts';

const PEOPLE = '{ artisans { totalCount } }';
const EVERYBODY = { data: { artisans: { totalCount: 500 } } };

const { dir, start, ask, databasePid, databaseUrl } = await program();

const tokenOf = (): Promise<string> =>
  signToken(
    { subject: 'tester', role: 'central-service' },
    { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' },
  );

async function millisecondsOf(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work;
  return performance.now() - began;
}

async function readiness(address: string): Promise<unknown> {
  const response = await fetch(`${address}/health/ready`);
  return [response.status, response.headers.get('connection'), await response.json()];
}

/** Asks something that waits for a lock, which is held while the work runs. */
async function whileBlocked<Value>(
  address: string,
  work: (answer: Promise<unknown>, release: () => Promise<unknown>) => Promise<Value>,
): Promise<Value> {
  return withClient(await databaseUrl(), async (client) => {
    await client.query('begin; lock table artisan in access exclusive mode');
    const answer = ask(address, PEOPLE).catch((error: unknown) => error);
    const url = await databaseUrl();
    await expect.poll(() => blockedIn(url)).toBe(1);
    return work(answer, () => client.query('rollback'));
  });
}

// The order matters: each leaves the data folder to the next one.
describe('a server that is told to stop', { timeout: 120_000 }, () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'is not ready at first but answers as before, and closes connections, by %s',
    async (signal) => {
      const { child, address, ended } = await start({ STOP_GRACE: '1.5' });
      expect(await readiness(address)).toEqual([200, 'keep-alive', { status: 'ready' }]);
      child.kill(signal);
      const stopping = {
        status: 'not ready',
        reason: 'STOPPING',
        message: expect.stringMatching(/stopping/) as string,
      };
      await expect.poll(() => readiness(address), { interval: 20 }).toEqual([503, 'close', stopping]);
      expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
      expect(await ended).toBe(0);
      expect(await databasePid()).toBeUndefined();
    },
  );

  it('closes the connection of an answer that was in flight', async () => {
    const { child, address, ended } = await start({ STOP_GRACE: '0' });
    await whileBlocked(address, async (answer, release) => {
      const { received, closed } = await rawClient(
        address,
        whole(PEOPLE, { authorization: `Bearer ${await tokenOf()}` }),
      );
      child.kill('SIGTERM');
      await sleep(500);
      await release();
      await closed;
      expect(received()).toMatch(/^HTTP\/1.1 200 OK\r\n[^]*connection: close\r\n[^]*"totalCount":500/i);
      expect(await answer).toEqual(EVERYBODY);
    });
    expect(await ended).toBe(0);
  });

  it('does not wait for clients that keep a connection, or have opened one and say nothing', async () => {
    const { child, address, ended } = await start();
    const silent = await Promise.all([rawClient(address), rawClient(address), rawClient(address)]);
    const kept = await rawClient(address, whole('{ nation { id } }'));
    await expect.poll(kept.received).toContain('"nation"');
    child.kill('SIGTERM');
    expect(await millisecondsOf(ended)).toBeLessThan(5000);
    expect(await ended).toBe(0);
    await Promise.all([...silent, kept].map(({ closed }) => closed));
  });

  it('cuts at its deadline what is half sent, not read or not answered, and says so', async () => {
    const { child, address, ended, said } = await start({ STOP_TIMEOUT: '3' });
    const large = whole(LARGE, { authorization: `Bearer ${await tokenOf()}` });
    await whileBlocked(address, async () => {
      await rawClient(address, HALF_HEAD);
      await rawClient(address, HALF_BODY);
      const slow = await rawClient(address);
      slow.socket.pause();
      slow.socket.write(large.repeat(90));
      await sleep(500);
      child.kill('SIGTERM');
      const milliseconds = await millisecondsOf(ended);
      expect(milliseconds).toBeGreaterThan(2500);
      expect(milliseconds).toBeLessThan(8000);
    });
    expect(await ended).toBe(1);
    expect(said()).toContain('4 connections without a complete answer were cut');
    expect(await databasePid()).toBeUndefined();
  });

  it('cuts what is left at a second signal, and stops its database all the same', async () => {
    const { child, address, ended } = await start();
    await whileBlocked(address, async () => {
      child.kill('SIGINT');
      await sleep(1500);
      child.kill('SIGINT');
      expect(await millisecondsOf(ended)).toBeLessThan(6000);
    });
    expect(await ended).toBe(1);
    expect(await databasePid()).toBeUndefined();
  });

  it('takes a signal that comes twice at once for one, as npm passes it on', async () => {
    const { child, address, ended } = await start();
    await whileBlocked(address, async (answer, release) => {
      child.kill('SIGINT');
      await sleep(100);
      child.kill('SIGINT');
      await sleep(1000);
      await release();
      expect(await answer).toEqual(EVERYBODY);
    });
    expect(await ended).toBe(0);
  });

  it('kills a database that does not stop', async () => {
    const { child, ended, said } = await start();
    const pid = (await databasePid()) ?? 0;
    process.kill(pid, 'SIGSTOP');
    child.kill('SIGTERM');
    expect(await millisecondsOf(ended)).toBeLessThan(30_000);
    expect(await ended).toBe(1);
    expect(said()).toContain('PostgreSQL did not stop within 15 s and was killed');
    expect(await isRunning(pid)).toBe(false);
  });

  it('gives 50 busy clients whole answers or none', async () => {
    const { child, address, ended } = await start();
    const agent = new Agent({ keepAlive: true });
    const outcomes: string[] = [];
    const client = async (): Promise<void> => {
      let outcome = '200';
      while (outcome === '200') outcomes.push((outcome = await outcomeOf(agent, address)));
    };
    const clients = Promise.all(Array.from({ length: 50 }, client));
    await sleep(1000);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await clients;
    expect(outcomes.length).toBeGreaterThan(200);
    expect(new Set(outcomes)).toEqual(new Set(['200', 'no answer']));
  });
});

/** The status of a whole answer; the text of one that is broken. */
function outcomeOf(agent: Agent, address: string): Promise<string> {
  return new Promise((done) => {
    const headers = { 'content-type': 'application/json' };
    const asking = request(`${address}/graphql`, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', () => {
        done(`broken: ${text}`);
      });
      response.on('end', () => {
        done(text.startsWith('{"data":{"nation":{"id":') ? String(response.statusCode) : text);
      });
    });
    asking.on('error', () => {
      done('no answer');
    });
    asking.end(JSON.stringify({ query: '{ nation { id } }' }));
  });
}
