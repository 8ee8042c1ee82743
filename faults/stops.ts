import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, send } from './client.ts';
import { Judge, rounded, type Scenario, type Seen, type Stage } from './scenario.ts';

const TIMES = 20;
const CLIENTS = 50;
/** The first stop is that of a server as it is shipped; the others have a second, or all would take minutes. */
const DEADLINES_S = { first: 25, later: 1 };
const HALF =
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"query":"{';

/** Clients that ask over and over on connections that they keep; answers how many were answered wrongly while it was up. */
function clients(address: string, token: string): { stop: () => Promise<number> } {
  const agent = agentOf(CLIENTS);
  let [isOver, wrong] = [false, 0];
  const client = async (): Promise<void> => {
    while (!isOver) {
      const reply = await send(
        address,
        { token, query: '{ artisans(first: 10) { nodes { id nameAr } } }' },
        agent,
      ).catch(() => undefined);
      // Refused connections are what a stopped server looks like; an answer that says INTERNAL is not.
      if (reply?.text.includes('INTERNAL') === true) wrong += 1;
      await sleep(reply?.status === 200 ? 1 : 20);
    }
  };
  const all = Promise.all(Array.from({ length: CLIENTS }, client));
  return {
    stop: async () => {
      isOver = true;
      agent.destroy();
      await all;
      return wrong;
    },
  };
}

async function stopAndStart({ program }: Stage): Promise<Seen> {
  const judge = new Judge();
  const times: number[] = [];
  let wrong = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const token = await program.token({ subject: 'faults-viewer', role: 'regional-viewer', region: 'MA-03' });
    const asking = clients(program.address, token);
    const half = connect(Number(new URL(program.address).port), '127.0.0.1', () => half.write(HALF));
    half.on('error', () => undefined);
    await sleep(150);
    const began = performance.now();
    const code = await program.stop('SIGTERM');
    const seconds = (performance.now() - began) / 1000;
    times.push(seconds);
    const deadline = time === 0 ? DEADLINES_S.first : DEADLINES_S.later;
    judge.expect(seconds < deadline + 2, `a stop took ${String(rounded(seconds))} s, of ${String(deadline)}`);
    // A body that is never finished is cut in the end, and the exit code says so.
    judge.expect(code === 0 || code === 1, `it ended with ${String(code)}`);
    judge.expect(!existsSync(join(program.dir, 'postgres', 'postmaster.pid')), 'PostgreSQL was left behind');
    wrong += await asking.stop();
    half.destroy();
    await program.start(time < TIMES - 1 ? { STOP_TIMEOUT: String(DEADLINES_S.later) } : {});
  }
  judge.expect(wrong === 0, `${String(wrong)} answers are INTERNAL_SERVER_ERROR`);
  return { facts: { stops: TIMES, 'slowest stop, s': rounded(Math.max(...times)) }, broken: judge.broken };
}

export const stops: readonly Scenario[] = [
  {
    title: `SIGTERM under ${String(CLIENTS)} keep-alive clients and a half-sent body, ${String(TIMES)} times`,
    play: stopAndStart,
  },
];
