import { closeSync, existsSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { program } from '../support/process.ts';

const PEOPLE = '{ artisans { totalCount } }';
const EVERYBODY = { data: { artisans: { totalCount: 500 } } };
// Takes nothing, as a file on a full disk does.
const FULL = '/dev/full';

const { begin, start, ask, databasePid } = await program();

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        done(port);
      });
    });
  });
}

/** Makes the server log something. */
const malformed = (address: string): Promise<Response> =>
  fetch(`${address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });

describe('a server whose output cannot be written', { timeout: 60_000 }, () => {
  it('answers, and stops in good order, when nobody reads it any more', async () => {
    const { child, address, ended } = await start({ LOG_LEVEL: 'debug' });
    child.stdout?.destroy();
    child.stderr?.destroy();
    await malformed(address);
    expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });

  it.runIf(existsSync(FULL))('answers, and stops in good order, when the disk of its log is full', async () => {
    const output = openSync(FULL, 'w');
    const port = await freePort();
    const { child, ended } = begin({ LOG_LEVEL: 'debug', PORT: String(port) }, output);
    closeSync(output);
    const address = `http://127.0.0.1:${String(port)}`;
    const ready = (): Promise<number> =>
      fetch(`${address}/health/ready`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(ready, { timeout: 30_000 }).toBe(200);
    await malformed(address);
    expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await databasePid()).toBeUndefined();
  });
});
