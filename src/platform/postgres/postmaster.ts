import { readFile, realpath, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, isReachable } from './processes.ts';
import { run, type Place } from './programs.ts';

const HOST = '127.0.0.1';
// Errors of statements repeat the values of rows; the API logs them without.
const QUIET = '-c log_min_messages=log';
const CHECK_EVERY_MS = 100;
// Recovery after a crash may take minutes; whoever waits may end the wait.
const START_SECONDS = '600';
const STOP_SECONDS = '15';
const STOP_AT_ONCE_SECONDS = '3';
const KILLED_WITHIN_MS = 3000;

/** The first process of a PostgreSQL server, as it writes itself down in its data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready` or `stopping`. */
  readonly status: string;
}

const pidFile = (place: Place): string => resolve(place.data, 'postmaster.pid');
const logFile = (place: Place): string => resolve(place.data, 'server.log');

/** The server that runs on a data directory; undefined where none does, whatever a killed one has left written. */
export async function postmasterOf(place: Place): Promise<Postmaster | undefined> {
  const written = await readFile(pidFile(place), 'utf8').catch(() => undefined);
  if (written === undefined) return undefined;
  const lines = written.split('\n');
  const found = { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' };
  return (await isServerOf(place, found)) ? found : undefined;
}

/**
 * Its command names the data directory: a process that was given its id says something else, and one that has ended and
 * is not yet reaped says nothing.
 */
async function isServerOf(place: Place, { pid, port }: Postmaster): Promise<boolean> {
  const command = await commandOf(pid);
  if (command === undefined) return isReachable(pid, port);
  const directory = / -D (.+?)(?: -\w|$)/.exec(command)?.[1];
  if (directory === undefined) return false;
  const [theirs, ours] = await Promise.all([directory, place.data].map((path) => realpath(path).catch(() => path)));
  return theirs === ours;
}

export interface Starting {
  readonly port: number;
  readonly flags: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Starts a server where none runs. An abort stops it as soon as it can be stopped. */
export async function startServer(place: Place, { port, flags, signal }: Starting): Promise<void> {
  // Left by a server that was killed. A new one would not start where the id in it is that of a process of its account.
  await rm(pidFile(place), { force: true });
  const read = await sizeOf(logFile(place));
  // Loopback only and no socket file, whose path may be too long.
  const options = [`-p ${String(port)}`, `-h ${HOST}`, "-k ''", QUIET, ...flags].join(' ');
  const where = ['-D', place.data, '-l', logFile(place), '-o', options];
  const starting = run(place, ['pg_ctl', 'start', '-w', '-t', START_SECONDS, ...where]);
  const watch = setInterval(() => {
    if (signal?.aborted)
      void run(place, ['pg_ctl', 'stop', '-W', '-m', 'fast', '-D', place.data]).catch(() => undefined);
  }, CHECK_EVERY_MS);
  try {
    await starting;
  } catch (error) {
    throw new Error((await reasonIn(logFile(place), read)) ?? (error as Error).message, { cause: error });
  } finally {
    clearInterval(watch);
  }
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size;

/** The last thing in a log, from some byte on, for which a server did not start. */
async function reasonIn(log: string, from: number): Promise<string | undefined> {
  const written = await readFile(log).catch(() => Buffer.alloc(0));
  const lines = written.subarray(from).toString().split('\n');
  return lines.findLast((line) => /\b(?:FATAL|PANIC):/.test(line))?.replace(/^.*?\b(?:FATAL|PANIC):\s+/, '');
}

/** Stops the server that runs, if one does: gently, at once, or by force. It throws where force was needed. */
export async function stopServer(place: Place): Promise<void> {
  if ((await postmasterOf(place)) === undefined) return;
  const stop = (mode: string, seconds: string) =>
    run(place, ['pg_ctl', 'stop', '-w', '-m', mode, '-t', seconds, '-D', place.data]).catch(() => undefined);
  await stop('fast', STOP_SECONDS);
  if ((await postmasterOf(place)) === undefined) return;
  await stop('immediate', STOP_AT_ONCE_SECONDS);
  const left = await postmasterOf(place);
  if (left === undefined) return;
  process.kill(left.pid, 'SIGKILL');
  const until = Date.now() + KILLED_WITHIN_MS;
  while ((await postmasterOf(place)) !== undefined && Date.now() < until) await sleep(CHECK_EVERY_MS);
  throw new Error(
    `PostgreSQL did not stop within ${STOP_SECONDS} s and was killed. It loses nothing that was committed.`,
  );
}

/** Whether a server can listen on a port; answers the port, which is a free one for 0. */
function bound(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const probe = createServer().once('error', () => {
      done(undefined);
    });
    probe.listen(port, HOST, () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => {
        done(found);
      });
    });
  });
}

/** The port of the last time where it is free: others that use the server know it by that. */
export async function portFor(last: number): Promise<number> {
  const port = (await bound(last)) ?? (await bound(0));
  if (port === undefined) throw new Error(`No port is free on ${HOST}.`);
  return port;
}
