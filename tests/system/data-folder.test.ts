import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { whenDone } from '../support/closing.ts';
import { program, type Program } from '../support/process.ts';

const PEOPLE = '{ artisans { totalCount } }';
const EVERYBODY = { data: { artisans: { totalCount: 500 } } };
const NOBODY = { uid: 65534, gid: 65534 };
const patiently = { timeout: 30_000 };

/** A process that has nothing to do with hiraf, of the account that PostgreSQL runs as: one that was given a used id. */
async function stranger(): Promise<number> {
  const child = spawn('sleep', ['600'], { stdio: 'ignore', ...(process.getuid?.() === 0 ? NOBODY : {}) });
  await once(child, 'spawn');
  whenDone(() => child.kill('SIGKILL'));
  return child.pid ?? 0;
}

async function end(child: ChildProcess, ended: Promise<number | null>): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}

/** A folder that a killed server has left behind with its PostgreSQL running. */
async function orphaned(): Promise<Program> {
  const fresh = await program();
  const { child, ended } = await fresh.start();
  child.kill('SIGKILL');
  await ended;
  return fresh;
}

describe('a process id that another process was given', { timeout: 120_000 }, () => {
  it('does not keep the lock of the folder', { timeout: 30_000 }, async () => {
    const { dir, start, databasePid } = await orphaned();
    // As earlier versions wrote it.
    await writeFile(join(dir, 'opening.pid'), String(await stranger()));
    const { child, ended } = await start();
    await end(child, ended);
    expect(await databasePid()).toBeUndefined();
  });

  it('does not own the PostgreSQL of the folder', async () => {
    const { dir, start, databasePid } = await orphaned();
    await writeFile(join(dir, 'owner.pid'), String(await stranger()));
    const { child, ended } = await start();
    await end(child, ended);
    expect(await databasePid()).toBeUndefined();
  });

  it('does not pass for the PostgreSQL of the folder while the server runs', async () => {
    const { dir, start, ask, databasePid } = await program();
    const { child, address, ended } = await start();
    const file = join(dir, 'postgres', 'postmaster.pid');
    const [pid = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    const other = await stranger();
    await writeFile(file, [String(other), ...lines].join('\n'));
    await expect.poll(() => ask(address, PEOPLE).catch(() => undefined), patiently).toEqual(EVERYBODY);
    expect(await databasePid()).not.toBe(other);
    await end(child, ended);
    expect(await databasePid()).toBeUndefined();
  });

  it('does not pass for it at the next start', async () => {
    const { dir, start, ask, databasePid } = await orphaned();
    const file = join(dir, 'postgres', 'postmaster.pid');
    const [pid = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await writeFile(file, [String(await stranger()), ...lines].join('\n'));
    const { child, address, ended } = await start();
    expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
    await end(child, ended);
    expect(await databasePid()).toBeUndefined();
  });
});

describe('two servers on one folder', { timeout: 120_000 }, () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('keep its PostgreSQL when the first ends by %s', async (signal) => {
    const { start, ask, databasePid } = await program();
    const [first, second] = [await start(), await start()];
    const shared = await databasePid();
    first.child.kill(signal);
    await first.ended;
    // The second goes on without a break.
    expect(await ask(second.address, PEOPLE)).toEqual(EVERYBODY);
    expect(await databasePid()).toBe(shared);

    process.kill(shared ?? 0, 'SIGKILL');
    // The processes of connections outlive the first one for a moment, and may still answer.
    await expect.poll(databasePid, patiently).not.toBe(shared);
    await expect.poll(() => ask(second.address, PEOPLE).catch(() => undefined), patiently).toEqual(EVERYBODY);
    await end(second.child, second.ended);
    expect(await databasePid()).toBeUndefined();
  });

  it('stop it once when they end together', async () => {
    const { start, databasePid } = await program();
    const both = [await start(), await start()];
    await Promise.all(both.map(({ child, ended }) => end(child, ended)));
    expect(await databasePid()).toBeUndefined();
  });

  it('keep its port when a third starts it again', async () => {
    const { start, ask, databasePid, databaseUrl } = await program();
    const first = await start();
    const before = await databaseUrl();
    // The first cannot look after its PostgreSQL while it is frozen.
    first.child.kill('SIGSTOP');
    process.kill((await databasePid()) ?? 0, 'SIGKILL');
    const second = await start();
    expect(await databaseUrl()).toBe(before);
    first.child.kill('SIGCONT');
    await expect.poll(() => ask(first.address, PEOPLE).catch(() => undefined), patiently).toEqual(EVERYBODY);
    await end(first.child, first.ended);
    await end(second.child, second.ended);
    expect(await databasePid()).toBeUndefined();
  });
});

describe('a start beside a stop', { timeout: 120_000 }, () => {
  it('waits for PostgreSQL to be gone, and starts it again', async () => {
    const { start, ask, databasePid } = await program();
    let last = await start();
    for (const pause of [0, 100, 200, 300, 400, 500]) {
      last.child.kill('SIGTERM');
      await sleep(pause);
      const next = await start();
      expect(await last.ended).toBe(0);
      expect(await ask(next.address, PEOPLE)).toEqual(EVERYBODY);
      last = next;
    }
    await end(last.child, last.ended);
    expect(await databasePid()).toBeUndefined();
  });

  it('waits for a PostgreSQL that is shutting down while it still serves a client', async () => {
    const { start, ask, databasePid, databaseUrl } = await orphaned();
    const pid = (await databasePid()) ?? 0;
    const starting = await withClient(await databaseUrl(), async () => {
      // A smart shutdown: it ends when its last client has gone, and no other may connect meanwhile.
      process.kill(pid, 'SIGTERM');
      const promise = start();
      await sleep(3000);
      return { promise };
    });
    const { child, address, ended } = await starting.promise;
    expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
    expect(await databasePid()).not.toBe(pid);
    await end(child, ended);
  });

  it('does not wait for ever for the clients of one that is shutting down', async () => {
    const { start, ask, databasePid, databaseUrl } = await orphaned();
    const pid = (await databasePid()) ?? 0;
    await withClient(await databaseUrl(), async () => {
      process.kill(pid, 'SIGTERM');
      const { child, address, ended } = await start();
      expect(await ask(address, PEOPLE)).toEqual(EVERYBODY);
      await end(child, ended);
    });
  });
});

describe('a server that is interrupted while it opens its folder', { timeout: 120_000 }, () => {
  it.each([50, 200, 400, 700, 1000, 1500, 2500])('leaves no PostgreSQL behind, after %i ms', async (pause) => {
    const { begin, start, databasePid } = await program('empty');
    const { child, ended } = begin();
    await sleep(pause);
    // As the terminal does it: to the server and to all that it has started.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
    expect(await databasePid()).toBeUndefined();
    const again = await start();
    await end(again.child, again.ended);
  });
});
