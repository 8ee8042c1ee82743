import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signToken, type TokenClaims } from '../src/platform/auth/keys.ts';
import { forgetPeakOf, peakMemoryOf } from '../bench/usage.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
const [, ...START] = scripts.start.split(' ');
const ANSWERS = /hiraf answers at (\S+)\/graphql/;
/** One password for all processes over the data folder, whatever address of its server they use. */
const GATEWAY_PASSWORD = 'the-faults-share-this-one';

function parentOf(pid: number): number {
  const file = `/proc/${String(pid)}/stat`;
  const stat = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** The program that is shipped, as a process of its own over one data folder. */
export class Program {
  #child: ChildProcess | undefined;
  #address = '';
  #said = '';
  #ended: Promise<number | null> = Promise.resolve(null);
  /** The most memory that any of its processes held, in megabytes. */
  peakMemory = 0;

  constructor(
    readonly dir: string,
    private readonly settings: Readonly<Record<string, string>> = {},
  ) {}

  get address(): string {
    return this.#address;
  }

  get said(): string {
    return this.#said;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts it and waits until it answers; returns how many seconds that took. */
  async start(settings: Readonly<Record<string, string>> = {}): Promise<number> {
    const began = performance.now();
    const usual = { NODE_ENV: 'development', DATA_DIR: this.dir, PORT: '0', LOG_LEVEL: 'warn', GATEWAY_PASSWORD };
    const env = { ...process.env, ...usual, ...this.settings, ...settings };
    const child = spawn(process.execPath, START, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#said = '';
    this.#ended = new Promise((done) => child.once('exit', done));
    this.#address = await new Promise<string>((found, failed) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          this.#said += chunk.toString();
          const match = ANSWERS.exec(this.#said);
          if (match !== null) found(match[1] ?? '');
        });
      }
      child.once('exit', (code) => {
        failed(new Error(`It ended with ${String(code)}: ${this.#said}`));
      });
    });
    return (performance.now() - began) / 1000;
  }

  /** Sends a signal and waits for its end; returns the exit code, null where it was killed. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    await this.notePeak();
    this.#child?.kill(signal);
    return this.#ended;
  }

  /** Looks for the most memory anew. */
  async forgetPeak(): Promise<void> {
    this.peakMemory = 0;
    await forgetPeakOf(this.pid);
  }

  async notePeak(): Promise<void> {
    this.peakMemory = Math.max(this.peakMemory, (await peakMemoryOf(this.pid)) ?? 0);
  }

  /** The process of PostgreSQL; undefined where there is none. */
  get postmaster(): number | undefined {
    const [pid] = this.postmasterFile();
    return pid === undefined ? undefined : Number(pid);
  }

  /** Sends a signal to all processes of PostgreSQL: each is the leader of a group of its own. */
  signalDatabase(signal: NodeJS.Signals): void {
    const postmaster = this.postmaster ?? 0;
    const pids = readdirSync('/proc').map(Number);
    const children = pids.filter((pid) => pid > 0 && parentOf(pid) === postmaster);
    for (const pid of [postmaster, ...children]) process.kill(pid, signal);
  }

  /** The owner's address of its database, or that of another port which leads there. */
  databaseUrl(port = this.postmasterFile()[3] ?? ''): string {
    const password = readFileSync(join(this.dir, 'password'), 'utf8');
    return `postgres://hiraf:${password}@127.0.0.1:${port}/hiraf`;
  }

  async isReady(): Promise<boolean> {
    const signal = AbortSignal.timeout(5000);
    return fetch(`${this.address}/health/ready`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** Waits until it is ready; returns how many seconds that took. */
  async ready(atMost = 60): Promise<number> {
    const began = performance.now();
    while (!(await this.isReady())) {
      if (performance.now() - began > atMost * 1000)
        throw new Error(`It was not ready again: ${this.#said.slice(-2000)}`);
      await sleep(50);
    }
    return (performance.now() - began) / 1000;
  }

  token(claims: TokenClaims): Promise<string> {
    return signToken(claims, { dir: this.dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '2h' });
  }

  private postmasterFile(): string[] {
    const file = join(this.dir, 'postgres', 'postmaster.pid');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  }
}
