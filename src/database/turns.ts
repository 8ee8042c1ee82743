import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 60_000;

export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Takes a lock, with the process written in it from the first moment; the lock of a dead process is taken away. */
async function taken(lock: string): Promise<boolean> {
  const own = `${lock}.${String(process.pid)}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lock);
    return true;
  } catch {
    const holder = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (!isAlive(holder)) await rm(lock, { force: true });
    return false;
  } finally {
    await rm(own);
  }
}

/** Does some work on a folder while no other process does; they wait for one another. */
export async function inTurn<Value>(lock: string, work: () => Promise<Value>): Promise<Value> {
  await mkdir(dirname(lock), { recursive: true });
  const until = Date.now() + PATIENCE_MS;
  while (!(await taken(lock))) {
    if (Date.now() > until) throw new Error(`Another process holds ${lock}. Remove the file if there is none.`);
    await sleep(LOOK_EVERY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
