import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, send } from './client.ts';
import { Program } from './program.ts';
import { READY_AGAIN_SECONDS, rounded, whileWriting, type Scenario, type Seen } from './scenario.ts';
import { Writers } from './writers.ts';

const MEGABYTES = 400;
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

async function fullDisk(): Promise<Seen> {
  const dir = join('/tmp', `hiraf-full-${String(process.pid)}`);
  mkdirSync(dir);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(MEGABYTES)}m,mode=755`, 'tmpfs', dir], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(dir, { recursive: true });
    return { facts: { 'not tried': 'a disk of its own needs the right to mount one' }, broken: [] };
  }
  const program = new Program(dir, { DEMO_ARTISANS: '500' });
  try {
    await program.start();
    return await whileWriting({ program, writers: new Writers(program), say: () => undefined }, async (judge) => {
      const filler = join(dir, 'filler');
      // What is written may end in the middle of a segment: the disk is full once a change is refused.
      await fill(filler);
      const token = await program.token({ subject: 'faults-viewer', role: 'regional-viewer', region: 'MA-03' });
      const began = performance.now();
      while (await program.isReady()) {
        if (performance.now() - began > 20_000) break;
        await sleep(100);
        await fill(`${filler}-more`).catch(() => undefined);
      }
      judge.expect(!(await program.isReady()), 'it was ready on a full disk');
      const read = await send(program.address, { token, query: '{ regions { code } }' }, agentOf(1));
      judge.expect(read.status === 200, `what is in memory was answered with ${String(read.status)}`);
      rmSync(filler);
      rmSync(`${filler}-more`, { force: true });
      const seconds = await program.ready();
      judge.expect(seconds <= READY_AGAIN_SECONDS, `it was ready again after ${String(rounded(seconds))} s`);
      return { 'ready again, s': rounded(seconds) };
    });
  } finally {
    await program.stop('SIGTERM').catch(() => undefined);
    execFileSync('umount', [dir]);
    rmSync(dir, { recursive: true });
  }
}

export const diskFull: Scenario = { title: 'a full disk', play: fullDisk };
