import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../src/access/keys.ts';

const QUESTION = `{ artisans(first: 3) { totalCount nodes { id nameAr } } nation { representation { registered { value } } } }`;

let dir: string;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hiraf-life-'));
  await chmod(dir, 0o755);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly ended: Promise<number | null>;
}

/** Starts the real process over the same data folder and waits until it says where it answers. */
async function start(): Promise<Started> {
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    DATA_DIR: dir,
    PORT: '0',
    DEMO_ARTISANS: '500',
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env });
  running.add(child);
  const ended = new Promise<number | null>((done) => {
    child.once('exit', (code) => {
      running.delete(child);
      done(code);
    });
  });
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, url] = /hiraf answers at (\S+)\/graphql/.exec(said) ?? [];
      if (url !== undefined) found(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => {
      failed(new Error(`It ended: ${said}`));
    });
  });
  return { child, address, ended };
}

async function ask(address: string): Promise<unknown> {
  const signing = { dir, issuer: 'hiraf', audience: 'hiraf-api', expiresIn: '5m' };
  const token = await signToken({ subject: 'tester', role: 'central-service' }, signing);
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: QUESTION }),
  });
  return response.json();
}

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

describe('the process over its embedded database', { timeout: 120_000 }, () => {
  it('loses nothing when it is killed, and stops the database with it when it is told to', async () => {
    const first = await start();
    const before = await ask(first.address);
    expect(before).toMatchObject({ data: { artisans: { totalCount: 500 } } });
    first.child.kill('SIGKILL');
    await first.ended;
    // The database was left alone, and is taken over.
    expect(existsSync(join(dir, 'postgres', 'postmaster.pid'))).toBe(true);

    const second = await start();
    expect(await ask(second.address)).toEqual(before);
    expect(await statusOf(`${second.address}/health/ready`)).toBe(200);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(existsSync(join(dir, 'postgres', 'postmaster.pid'))).toBe(false);

    const third = await start();
    expect(await ask(third.address)).toEqual(before);
    third.child.kill('SIGTERM');
    expect(await third.ended).toBe(0);
  });

  it('shares its database with a second one, and leaves it running for the first', async () => {
    const [first, second] = [await start(), await start()];
    expect(await ask(second.address)).toEqual(await ask(first.address));
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await ask(first.address)).toMatchObject({ data: { artisans: { totalCount: 500 } } });
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});
