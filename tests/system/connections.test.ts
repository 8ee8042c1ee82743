import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { program } from '../support/process.ts';
import { HALF_BODY, HALF_HEAD, LARGE, rawClient, whole } from '../support/raw-client.ts';

const NATION = '{ nation { id } }';
const PEOPLE = '{ artisans { totalCount } }';
const { dir, start } = await program();
const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' };

describe('the connections of clients', { timeout: 60_000 }, () => {
  it.each([
    ['its head', HALF_HEAD],
    ['its body', HALF_BODY],
  ])('are closed with 408 when a request does not come to its end: %s', async (_part, sent) => {
    const { child, address, ended } = await start({ REQUEST_TIMEOUT: '2' });
    const began = performance.now();
    const { received, closed } = await rawClient(address, sent);
    await closed;
    const milliseconds = performance.now() - began;
    expect(milliseconds).toBeGreaterThan(1900);
    expect(milliseconds).toBeLessThan(5000);
    expect(received()).toMatch(/^HTTP\/1\.1 408 /);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('are refused beyond the limit, until there is room', async () => {
    const { child, address, ended } = await start({ MAX_CONNECTIONS: '4' });
    const busy = await Promise.all(Array.from({ length: 4 }, () => rawClient(address, HALF_BODY)));
    const refused = await rawClient(address, whole(NATION));
    await refused.closed;
    expect(refused.received()).toBe('');
    for (const { socket } of busy) socket.destroy();
    await sleep(200);
    const kept = await Promise.all(Array.from({ length: 4 }, () => rawClient(address, whole(NATION))));
    for (const { received } of kept) await expect.poll(received).toContain('"nation"');

    // All that are open wait for another request: the first one over the limit makes room for those after it.
    const first = await rawClient(address, whole(NATION));
    await first.closed;
    await Promise.all(kept.map(({ closed }) => closed));
    const { received } = await rawClient(address, whole(NATION));
    await expect.poll(received).toContain('"nation"');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('make room at the limit when they have not come to the end of a request for long', async () => {
    const { child, address, ended } = await start({ MAX_CONNECTIONS: '4' });
    const slow = await Promise.all([HALF_BODY, HALF_HEAD, HALF_BODY, ''].map((sent) => rawClient(address, sent)));
    await sleep(1200);
    const refused = await rawClient(address, whole(NATION));
    await refused.closed;
    await Promise.all(slow.map(({ closed }) => closed));
    const { received } = await rawClient(address, whole(NATION));
    await expect.poll(received).toContain('"nation"');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('hold no place of others when they do not read, and are cut', async () => {
    const { child, address, ended } = await start({ OPERATIONS_AT_ONCE: 'central-service=1,tenant=1' });
    const token = async (subject: string) => `Bearer ${await signToken({ subject, role: 'central-service' }, signing)}`;
    const deaf = await rawClient(address);
    deaf.socket.pause();
    deaf.socket.write(whole(LARGE, { authorization: await token('deaf') }).repeat(40));
    await sleep(1000);
    const other = await rawClient(address, whole(PEOPLE, { authorization: await token('other') }));
    await expect.poll(other.received).toContain('"totalCount":500');
    // Its own next answers wait until it has read those that it asked for.
    const more = await rawClient(address, whole(PEOPLE, { authorization: await token('deaf') }));
    await expect.poll(more.received).toContain('"TOO_MANY_AT_ONCE"');
    // Five seconds, and one for each 100 kB.
    await sleep(13_000);
    deaf.socket.resume();
    await deaf.closed;
    expect(deaf.received().match(/HTTP\/1.1 200/g)?.length).toBeLessThan(40);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
