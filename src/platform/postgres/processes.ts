import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { platform } from 'node:os';
import { promisify } from 'node:util';

const LINUX = platform() === 'linux';
const WINDOWS = platform() === 'win32';
// The same words whatever the language and the time zone of whoever asks.
const PLAIN = { LC_ALL: 'C', TZ: 'UTC' };

/** What `ps` says of a process; undefined where there is none. macOS has no /proc. */
async function asked(pid: number, columns: string): Promise<string | undefined> {
  const args = ['-ww', '-o', columns, '-p', String(pid)];
  const said = await promisify(execFile)('/bin/ps', args, { env: PLAIN }).catch(() => undefined);
  return said?.stdout.trim();
}

const readText = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

async function startOnLinux(pid: number): Promise<string | undefined> {
  const stat = await readText(`/proc/${String(pid)}/stat`);
  if (stat === undefined) return undefined;
  // The name of the program stands in brackets and may hold brackets and blanks. Behind it: the state, and 19 fields
  // further the start in ticks since the boot.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = await readText('/proc/sys/kernel/random/boot_id');
  return `${boot?.slice(0, 8) ?? ''}-${fields[19] ?? ''}`;
}

async function startByPs(pid: number): Promise<string | undefined> {
  const said = await asked(pid, 'stat=,lstart=');
  if (said === undefined || said === '' || said.startsWith('Z')) return undefined;
  return said.replace(/^\S+\s+/, '').replaceAll(/\W+/g, '-');
}

/** On Windows the id alone has to do. */
function startUnknown(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    return 'unknown';
  } catch {
    return undefined;
  }
}

/** When a process started, to be compared only. Undefined where there is none; one that ended and is not yet reaped is none. */
async function startOf(pid: number): Promise<string | undefined> {
  if (LINUX) return startOnLinux(pid);
  return WINDOWS ? startUnknown(pid) : startByPs(pid);
}

const nameOwn = async (): Promise<string> => `${String(process.pid)}.${(await startOf(process.pid)) ?? ''}`;
let own: Promise<string> | undefined;

/** This process, as `4711.1a2b3c4d-232326`: its id and its start, for an id is used again when its process is gone. */
export function ownIdentity(): Promise<string> {
  own ??= nameOwn();
  return own;
}

/** Whether the process of an identity still runs, and not another one that was given its id. */
export async function isAlive(identity: string): Promise<boolean> {
  const [, pid, start] = /^(\d+)\.(.*)$/.exec(identity) ?? [];
  return start !== undefined && (await startOf(Number(pid))) === start;
}

/** The program of a process and its arguments; undefined where there is none, or where it cannot be known. */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (LINUX) return (await readText(`/proc/${String(pid)}/cmdline`))?.replaceAll('\0', ' ').trim();
  return WINDOWS ? undefined : asked(pid, 'command=');
}

/** Whether there is a process of an id and something listens on a port: what can be known of a server on Windows. */
export async function isReachable(pid: number, port: number): Promise<boolean> {
  if (startUnknown(pid) === undefined) return false;
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    const answer = (so: boolean): void => {
      socket.destroy();
      done(so);
    };
    socket.once('connect', () => {
      answer(true);
    });
    socket.once('error', () => {
      answer(false);
    });
  });
}
