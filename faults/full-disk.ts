import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, send } from './client.ts';
import { Program } from './program.ts';
import {
  READY_AGAIN_SECONDS,
  rounded,
  whileWriting,
  type Judge,
  type Scenario,
  type Seen,
  type Stage,
} from './scenario.ts';
import { Writers } from './writers.ts';

const MEGABYTES = 400;
const PATIENCE_MS = 20_000;
const PIECE = Buffer.alloc(1_000_000);

/** Writes a file until nothing more fits beside it. */
async function fill(file: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (;;) await handle.write(PIECE);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error;
  } finally {
    await handle.close();
  }
}

/** Fills the disk until the server says that it cannot write. */
async function fillUp(program: Program, file: string): Promise<void> {
  const began = performance.now();
  do {
    // What is written may end in the middle of a segment: the disk is full once a change is refused.
    await fill(file);
    await sleep(100);
  } while ((await program.isReady()) && performance.now() - began < PATIENCE_MS);
}

async function onFullDisk(program: Program, judge: Judge): Promise<Record<string, number>> {
  const file = join(program.dir, 'filler');
  await fillUp(program, file);
  judge.expect(!(await program.isReady()), 'it was ready on a full disk');
  const token = await program.token({ subject: 'faults-viewer', role: 'regional-viewer', region: 'MA-03' });
  const read = await send(program.address, { token, query: '{ regions { code } }' }, agentOf(1));
  judge.expect(read.status === 200, `what is in memory was answered with ${String(read.status)}`);
  rmSync(file);
  const seconds = await program.ready();
  judge.expect(seconds <= READY_AGAIN_SECONDS, `it was ready again after ${String(rounded(seconds))} s`);
  return { 'ready again, s': rounded(seconds) };
}

/** Makes a disk of its own; false where that is not allowed. */
function isMounted(dir: string): boolean {
  const options = `size=${String(MEGABYTES)}m,mode=755`;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function fullDisk({ say }: Stage): Promise<Seen> {
  const dir = mkdtempSync(join(tmpdir(), 'hiraf-full-'));
  try {
    if (!isMounted(dir))
      return { facts: { 'not tried': 'a disk of its own needs the right to mount one' }, broken: [] };
    const program = new Program(dir, { DEMO_ARTISANS: '500' });
    try {
      await program.start();
      const stage = { program, writers: new Writers(program), say };
      return await whileWriting(stage, (judge) => onFullDisk(program, judge));
    } finally {
      await program.stop('SIGTERM').catch(() => undefined);
      execFileSync('umount', [dir]);
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export const diskFull: Scenario = { title: 'a full disk', play: fullDisk };
