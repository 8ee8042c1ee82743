import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { signToken } from '../../src/platform/auth/keys.ts';
import { commandOf } from '../../src/platform/postgres/processes.ts';
import { whenDone } from './closing.ts';

export interface Begun {
  readonly child: ChildProcess;
  /** What it said until now, on both streams. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

export interface Started extends Begun {
  readonly address: string;
}

/** Processes of the real program over one data folder, which is removed with all of them after the file. */
export interface Program {
  readonly dir: string;
  /** Starts the program as the leader of a process group, and waits for nothing. What it says may go to a file instead. */
  readonly begin: (env?: Record<string, string>, output?: number) => Begun;
  /** Starts the program and waits until it says where it answers, or what a given pattern matches. */
  readonly start: (env?: Record<string, string>, until?: RegExp) => Promise<Started>;
  readonly ask: (address: string, query: string) => Promise<unknown>;
  /** The process of its database; undefined where none is left. */
  readonly databasePid: () => Promise<number | undefined>;
  /** The owner's address of its database, while it runs. */
  readonly databaseUrl: () => Promise<string>;
}

// What `npm start` runs, so that what is tried is what is shipped.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
const START = scripts.start.split(' ').slice(1);
const FILLING_MS = 60_000;
const ANSWERS = /hiraf answers at (\S+)\/graphql/;

function spawned(env: NodeJS.ProcessEnv, running: Set<ChildProcess>, output: 'pipe' | number): Begun {
  // A group of its own: what a terminal sends to all processes of a command must not reach the tests.
  const child = spawn(process.execPath, START, { env, detached: true, stdio: ['ignore', output, output] });
  running.add(child);
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => {
      running.delete(child);
      done(code);
    });
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      child.emit('said');
    });
  }
  return { child, ended, said: () => said };
}

function heard({ child, ended, said }: Begun, until: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    child.on('said', () => {
      const match = until.exec(said());
      if (match !== null) found(match[1] ?? '');
    });
    void ended.then((code) => {
      failed(new Error(`It ended with ${String(code)}: ${said()}`));
    });
  });
}

async function postmaster(dir: string): Promise<string[]> {
  const file = join(dir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? (await readFile(file, 'utf8')).split('\n') : [];
}

async function askAs(dir: string, address: string, query: string): Promise<unknown> {
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' };
  const token = await signToken({ subject: 'tester', role: 'central-service' }, signing);
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const settingsOf = (dir: string) => ({
  ...{ NODE_ENV: 'development', DATA_DIR: dir, PORT: '0', DEMO_ARTISANS: '500', LOG_LEVEL: 'warn' },
});

/** Fills a data folder as the program does, and stops it: once in a run, by whichever file is first. */
async function filledFolder(): Promise<string> {
  const [folder, making] = ['filled', 'filling'].map((name) => join(inject('sharedFolder'), name)) as [string, string];
  const isFirst = await mkdir(making).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const dir = await mkdtemp(join(making, 'data-'));
    await chmod(dir, 0o755);
    const begun = spawned({ ...process.env, ...settingsOf(dir) }, new Set(), 'pipe');
    await heard(begun, ANSWERS);
    begun.child.kill('SIGTERM');
    if ((await begun.ended) !== 0) throw new Error(`The folder was not filled: ${begun.said()}`);
    // Each copy has an address of its own.
    await rm(join(dir, 'port'));
    await rename(dir, folder);
  }
  const until = Date.now() + FILLING_MS;
  while (!existsSync(folder)) {
    if (Date.now() > until) throw new Error('No other test file has filled the folder.');
    await sleep(50);
  }
  return folder;
}

/** The program on a folder of its own: empty, or as a first start with 500 artisans has left it. */
export async function program(from: 'empty' | 'filled' = 'filled'): Promise<Program> {
  const dir = await mkdtemp(join(tmpdir(), 'hiraf-life-'));
  await chmod(dir, 0o755);
  // With the owners of its files: PostgreSQL runs as an account of its own where the tests are root.
  if (from === 'filled') execFileSync('cp', ['-a', `${await filledFolder()}/.`, dir]);
  const running = new Set<ChildProcess>();
  const usual = settingsOf(dir);
  whenDone(async () => {
    for (const child of running) child.kill('SIGKILL');
    const [pid] = await postmaster(dir);
    if (pid !== undefined) process.kill(Number(pid), 'SIGINT');
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  });
  const begin: Program['begin'] = (env = {}, output) =>
    spawned({ ...process.env, ...usual, ...env }, running, output ?? 'pipe');
  return {
    dir,
    begin,
    start: async (env = {}, until = ANSWERS) => {
      const started = begin(env);
      return { ...started, address: await heard(started, until) };
    },
    ask: (address, query) => askAs(dir, address, query),
    databasePid: async () => {
      const [pid] = await postmaster(dir);
      return pid === undefined ? undefined : Number(pid);
    },
    databaseUrl: async () => {
      const [, , , port] = await postmaster(dir);
      const password = await readFile(join(dir, 'password'), 'utf8');
      return `postgres://hiraf:${password}@127.0.0.1:${port ?? ''}/hiraf`;
    },
  };
}

/** Whether a process runs that a test has not started itself. */
export const isRunning = async (pid: number): Promise<boolean> => ((await commandOf(pid)) ?? '') !== '';
