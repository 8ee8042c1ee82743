import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { commandOf, isAlive, ownIdentity } from './processes.ts';

// How the server and the commands were started when `owner.pid` was written.
const HIRAF = /(?:server|src|seed)[\\/]main\.[jt]s|\.command\.ts/;

/** The processes that use the PostgreSQL of a data folder: the last of them stops it. A killed one counts no more. */
export class Users {
  readonly #folder: string;
  readonly #earlier: string;

  constructor(folder: string) {
    this.#folder = resolve(folder, 'users');
    this.#earlier = resolve(folder, 'owner.pid');
  }

  /** Counts this process in. */
  async enter(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFile(resolve(this.#folder, await ownIdentity()), '');
  }

  async leave(): Promise<void> {
    await rm(resolve(this.#folder, await ownIdentity()), { force: true });
  }

  /** Whether another process uses it. */
  async others(): Promise<boolean> {
    const own = await ownIdentity();
    for (const identity of await readdir(this.#folder)) {
      if (identity === own) continue;
      if (await isAlive(identity)) return true;
      await rm(resolve(this.#folder, identity), { force: true });
    }
    return this.hasEarlierOwner();
  }

  /** Versions before this one wrote down the process that had started PostgreSQL, by its id alone. */
  private async hasEarlierOwner(): Promise<boolean> {
    const pid = Number(await readFile(this.#earlier, 'utf8').catch(() => '0'));
    if (pid > 0 && HIRAF.test((await commandOf(pid)) ?? '')) return true;
    await rm(this.#earlier, { force: true });
    return false;
  }
}
