import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { keysUnavailable, type Keys } from './keys.ts';

const LARGEST_SET = 256 * 1024;
const SECOND = 1000;

/** How often the keys are loaded, in milliseconds. */
export interface KeyTiming {
  /** At most so long from one load to the next. */
  readonly every: number;
  /** At least so long between two loads for the sake of keys that are not known. */
  readonly cooldown: number;
  /** So long is the server waited for. */
  readonly patience: number;
}

// A key that is withdrawn is refused after a minute and a load at most; a set that old is still taken for the present one.
const TIMING: KeyTiming = { every: 60 * SECOND, cooldown: 5 * SECOND, patience: 5 * SECOND };
const FRESH = 1.5;

export interface RemoteKeysOptions {
  readonly url: string;
  /** Called for each load that fails; the keys of the last one stay. */
  readonly onFault: (error: unknown) => void;
  readonly timing?: KeyTiming | undefined;
}

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

/** The text of an answer, as long as it is no longer than any set of keys. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST_SET) throw new Error(`The key server answered more than ${String(LARGEST_SET)} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Loads a set of keys. No redirection is followed: it could lead to a server, or a protocol, that is not configured. */
async function loaded(url: string, patience: number): Promise<string> {
  const response = await fetch(url, {
    redirect: 'error',
    headers: { accept: 'application/jwk-set+json, application/json' },
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`The key server answered ${String(response.status)}.`);
  }
  return textOf(response);
}

/**
 * The keys of a server, loaded again in the background. While it is down the last known ones stay; a key that is not among
 * them is then neither right nor wrong, and whoever brings it is asked to come again.
 */
export class RemoteKeys implements Keys {
  revision = 0;
  readonly #timing: KeyTiming;
  #text = '';
  #known: JWTVerifyGetKey = () => Promise.reject(new errors.JWKSNoMatchingKey());
  #triedAt = -Infinity;
  #loadedAt = -Infinity;
  #loading: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(private readonly options: RemoteKeysOptions) {
    this.#timing = options.timing ?? TIMING;
  }

  /** Loads the keys once and then again and again. A server that is down keeps nothing from starting. */
  static async open(options: RemoteKeysOptions): Promise<RemoteKeys> {
    const keys = new RemoteKeys(options);
    await keys.load();
    keys.goOn();
    return keys;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  readonly find: JWTVerifyGetKey = async (header, token) => {
    try {
      return await this.#known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    // It may be newer than the set; but tokens that name no key at all must not become requests to the server.
    if (performance.now() - this.#triedAt >= this.#timing.cooldown) await this.load();
    else await this.#loading;
    if (this.isCurrent) return this.#known(header, token);
    throw keysUnavailable();
  };

  /** Whether the last load was not long ago and did not fail. */
  private get isCurrent(): boolean {
    const { every } = this.#timing;
    return this.#loadedAt >= this.#triedAt && performance.now() - this.#loadedAt < every * FRESH;
  }

  private goOn(): void {
    if (this.#closed) return;
    const { every, cooldown } = this.#timing;
    const longest = this.isCurrent ? every : Math.min(every, 2 * cooldown);
    // Processes that were started together do not ask together for ever.
    const pause = longest * (0.75 + Math.random() / 4);
    this.#timer = setTimeout(() => {
      void this.load().then(() => {
        this.goOn();
      });
    }, pause).unref();
  }

  /** Whoever asks while a load is under way waits for it. */
  private load(): Promise<void> {
    this.#loading ??= this.tried().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  private async tried(): Promise<void> {
    this.#triedAt = performance.now();
    try {
      this.take(await loaded(this.options.url, this.#timing.patience));
      this.#loadedAt = performance.now();
    } catch (error) {
      this.options.onFault(error);
    }
  }

  private take(text: string): void {
    if (text === this.#text) return;
    this.#known = createLocalJWKSet(keySet.parse(JSON.parse(text)) satisfies JSONWebKeySet);
    this.#text = text;
    this.revision += 1;
  }
}
