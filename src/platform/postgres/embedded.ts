import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from './file-lock.ts';
import { portFor, postmasterOf, startServer, stopServer } from './postmaster.ts';
import { ownIdentity } from './processes.ts';
import { placeOf, run, type Place } from './programs.ts';
import { Supervisor } from './supervisor.ts';
import { Users } from './users.ts';

const OWNER = 'hiraf';
const CHECK_EVERY_MS = 100;
// A server that was killed may leave its memory and its port in use for a moment.
const AGAIN = /lock file|shared memory block|Address already in use/;
const AGAIN_FOR_MS = 30_000;
const STOPPING_FOR_MS = 10_000;
// Another process that is at work on the folder at this moment uses the server, and will stop it.
const LAST_LOCK_MS = 10_000;

export interface EmbeddedServer {
  /** The owner's address of one database of the server. */
  url(database: string): string;
  /** Starts the server again, at the same address, whenever it is gone; reports that it does, and why it cannot. */
  supervise(report: (line: string) => void): void;
  /** Stops the server, unless another live process uses it. It throws where the server had to be killed. */
  stop(): Promise<void>;
}

/** One use of the server of a data folder by this process. */
class Use implements EmbeddedServer {
  readonly #users: Users;
  readonly #over = new AbortController();
  #supervisor: Supervisor | undefined;
  #password = '';
  #port = 0;

  constructor(
    private readonly place: Place,
    private readonly flags: readonly string[],
  ) {
    this.#users = new Users(place.folder);
  }

  url(database: string): string {
    return `postgres://${OWNER}:${this.#password}@127.0.0.1:${String(this.#port)}/${database}`;
  }

  async open(signal: AbortSignal): Promise<void> {
    // Before the lock is taken: the process that holds it then leaves the server running.
    await this.#users.enter();
    const work = async (): Promise<void> => {
      this.#password = await initialised(this.place, signal);
      this.#port = await this.running(signal);
    };
    await withLock(this.lock, work, { signal });
    signal.throwIfAborted();
  }

  supervise(report: (line: string) => void): void {
    const { signal } = this.#over;
    const isRunning = async (): Promise<boolean> => (await postmasterOf(this.place)) !== undefined;
    // Of several processes that use a server, one starts it again.
    const again = async (): Promise<void> => {
      if (!signal.aborted && !(await isRunning())) await startServer(this.place, this.starting(this.#port, signal));
    };
    this.#supervisor = new Supervisor({ isRunning, start: () => withLock(this.lock, again, { signal }) }, report);
  }

  async stop(): Promise<void> {
    this.#over.abort();
    await this.#supervisor?.stop();
    await this.#users.leave();
    if (await this.#users.others()) return;
    let hadLock = false as boolean;
    const last = async (): Promise<void> => {
      hadLock = true;
      if (!(await this.#users.others())) await stopServer(this.place);
    };
    try {
      await withLock(this.lock, last, { patienceMs: LAST_LOCK_MS });
    } catch (error) {
      if (hadLock) throw error;
      // A lock cannot be taken where the disk is full, but a server can be stopped all the same.
      await last();
    }
  }

  private get lock(): string {
    return resolve(this.place.folder, 'opening.lock');
  }

  private starting(port: number, signal: AbortSignal) {
    return { port, flags: this.flags, signal };
  }

  /** The port of the server, which is started where none runs; one that starts or stops is waited for. */
  private async running(signal: AbortSignal): Promise<number> {
    const [stopBy, until] = [Date.now() + STOPPING_FOR_MS, Date.now() + AGAIN_FOR_MS];
    for (;;) {
      signal.throwIfAborted();
      const found = await postmasterOf(this.place);
      if (found?.status === 'ready') return found.port;
      // A client could keep a stopping server alive for ever.
      if (found?.status === 'stopping' && Date.now() > stopBy) await stopServer(this.place);
      else if (found !== undefined) await sleep(CHECK_EVERY_MS, undefined, { signal });
      else await this.startedOnce(until, signal);
    }
  }

  private async startedOnce(until: number, signal: AbortSignal): Promise<void> {
    const file = resolve(this.place.folder, 'port');
    const last = Number(await readFile(file, 'utf8').catch(() => '0'));
    const port = await portFor(last);
    try {
      await startServer(this.place, this.starting(port, signal));
      await writeFile(file, String(port));
    } catch (error) {
      const { message } = error as Error;
      if (!AGAIN.test(message) || Date.now() > until) throw new Error(`PostgreSQL cannot be started: ${message}`);
      await sleep(CHECK_EVERY_MS, undefined, { signal });
    }
  }
}

/**
 * Opens the PostgreSQL of a data folder: initialises an empty one, starts a stopped one, and shares one that runs. The last
 * of the processes that use it stops it; where all were killed, the next one takes it over.
 */
export async function openEmbedded(
  dir: string,
  flags: readonly string[] = [],
  signal = new AbortController().signal,
): Promise<EmbeddedServer> {
  const use = new Use(await placeOf(dir), flags);
  try {
    await use.open(signal);
    return use;
  } catch (error) {
    await use.stop().catch(() => undefined);
    throw error;
  }
}

/** Makes the cluster on the first start; the password lives beside it and never in an address that is logged. */
async function initialised(place: Place, signal: AbortSignal): Promise<string> {
  const file = resolve(place.folder, 'password');
  const existing = await readFile(file, 'utf8').catch(() => undefined);
  if (existing !== undefined) return existing;
  const { uid, gid } = place.as;
  const give = async (path: string): Promise<void> => {
    if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
  };
  // Under a name of this process's own: the initdb of one that was killed may still be at work.
  const fresh = `${place.data}.${await ownIdentity()}`;
  await mkdir(fresh, { recursive: true });
  await give(fresh);
  const password = randomBytes(24).toString('base64url');
  // For initdb, where its account can read it.
  const pending = `${fresh}.password`;
  await writeFile(pending, password, { mode: 0o600 });
  await give(pending);
  const options = ['-U', OWNER, '--pwfile', pending, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale', 'C'];
  try {
    await run(place, ['initdb', '-D', fresh, ...options], signal);
    // A folder without a password was not finished.
    await rm(place.data, { recursive: true, force: true });
    await rename(fresh, place.data);
    await writeFile(`${file}.new`, password, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return password;
  } finally {
    await rm(pending, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}
