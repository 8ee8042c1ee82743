import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, ownIdentity } from './processes.ts';

const TRY_EVERY_MS = 100;
const PATIENCE_MS = 60_000;

export interface Waiting {
  readonly patienceMs?: number;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
}

const numbered = (lock: string, number: number): string => `${lock}.${String(number)}`;

/** The numbers of the files of a lock, highest last. */
async function numbersOf(lock: string): Promise<number[]> {
  const prefix = `${basename(lock)}.`;
  const names = (await readdir(dirname(lock))).filter((name) => name.startsWith(prefix));
  return names
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isInteger)
    .sort((one, other) => one - other);
}

/** Makes a file with its whole content at once; false where there is one. */
async function made(file: string, content: string): Promise<boolean> {
  const own = `${file}-${content}`;
  try {
    await writeFile(own, content);
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

/** An empty file was released; one that has just been removed was followed by a higher one. */
async function isHeld(file: string): Promise<boolean> {
  const holder = await readFile(file, 'utf8').catch(() => undefined);
  return holder === undefined || (holder !== '' && (await isAlive(holder)));
}

/**
 * Takes a lock and answers its file; undefined while another process holds it. Whoever takes it makes the file of the next
 * number, and the highest counts: a file of the same name would be removed by a process that read it when its holder was dead.
 */
async function taken(lock: string, identity: string): Promise<string | undefined> {
  const last = (await numbersOf(lock)).at(-1) ?? 0;
  if (last > 0 && (await isHeld(numbered(lock, last)))) return undefined;
  const own = numbered(lock, last + 1);
  if (!(await made(own, identity))) return undefined;
  const numbers = await numbersOf(lock);
  if (numbers.at(-1) !== last + 1) {
    await rm(own, { force: true });
    return undefined;
  }
  for (const number of numbers.slice(0, -1)) await rm(numbered(lock, number), { force: true });
  return own;
}

/** Does some work while no other process holds the same lock; they wait for one another. */
export async function withLock<Value>(lock: string, work: () => Promise<Value>, waiting: Waiting = {}): Promise<Value> {
  const { patienceMs = PATIENCE_MS, signal } = waiting;
  await mkdir(dirname(lock), { recursive: true });
  const identity = await ownIdentity();
  const until = Date.now() + patienceMs;
  let own = await taken(lock, identity);
  for (; own === undefined; own = await taken(lock, identity)) {
    if (Date.now() > until)
      throw new Error(`Another process of hiraf is at work on ${dirname(lock)}; try again later.`);
    await sleep(TRY_EVERY_MS, undefined, signal === undefined ? {} : { signal });
  }
  try {
    return await work();
  } finally {
    await writeFile(own, '').catch(() => undefined);
  }
}
