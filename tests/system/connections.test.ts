import { describe, expect, it } from 'vitest';
import { program } from '../support/process.ts';
import { HALF_BODY, HALF_HEAD, rawClient, whole } from '../support/raw-client.ts';

const NATION = '{ nation { id } }';
const { start } = await program();

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
});
