import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, send } from './client.ts';
import { CommitCutter } from './proxy.ts';
import { Program } from './program.ts';
import { READY_AGAIN_SECONDS, rounded, whileWriting, type Judge, type Scenario, type Stage } from './scenario.ts';
import { Writers } from './writers.ts';

function inTime(judge: Judge, seconds: number): Record<string, number> {
  judge.expect(seconds <= READY_AGAIN_SECONDS, `it was ready again after ${String(rounded(seconds))} s`);
  return { 'ready again, s': rounded(seconds) };
}

/** Interrupts so many times, each time by what answers after how many seconds it was ready again. */
const repeated = (
  title: string,
  times: number,
  interrupt: (stage: Stage, judge: Judge) => Promise<number>,
): Scenario => ({
  title,
  play: (stage) =>
    whileWriting(stage, async (judge) => {
      const seconds: number[] = [];
      for (let time = 0; time < times; time += 1) {
        seconds.push(await interrupt(stage, judge));
        await stage.writers.acknowledge(20);
      }
      return inTime(judge, Math.max(...seconds));
    }),
});

export const interruptions: readonly Scenario[] = [
  repeated('kill -9 of the API, three times', 3, async ({ program }) => {
    await program.stop('SIGKILL');
    return program.start();
  }),
  repeated('kill -9 of PostgreSQL, twice', 2, async ({ program }) => {
    process.kill(program.postmaster ?? 0, 'SIGKILL');
    await sleep(300);
    return program.ready();
  }),
  repeated('restart of the API amid changes, three times', 3, async ({ program }, judge) => {
    const code = await program.stop('SIGTERM');
    judge.expect(code === 0, `it ended with ${String(code)}`);
    return program.start();
  }),
  { title: 'the connection cut behind 20 commits', play: cutCommits },
  {
    title: 'PostgreSQL stopped for 15 s (SIGSTOP)',
    play: (stage) =>
      whileWriting(stage, async (judge) => {
        const { program } = stage;
        program.signalDatabase('SIGSTOP');
        const asked = performance.now();
        const token = await program.token({ subject: 'faults-viewer', role: 'regional-viewer', region: 'MA-03' });
        const reply = await send(program.address, { token, query: '{ artisans { totalCount } }' }, agentOf(1));
        const waited = (performance.now() - asked) / 1000;
        judge.expect(reply.status === 503, `a read was answered with ${String(reply.status)}`);
        judge.expect(waited < 13, `a read waited for ${String(rounded(waited))} s`);
        await sleep(Math.max(0, 15_000 - (performance.now() - asked)));
        program.signalDatabase('SIGCONT');
        return { 'a read waits, s': rounded(waited), ...inTime(judge, await program.ready()) };
      }),
  },
];

/** Officers write through a second server whose connections are cut when a commit has gone out and is not answered. */
async function cutCommits({ program, say }: Stage) {
  const port = Number(new URL(program.databaseUrl()).port);
  const cutter = await CommitCutter.before(port);
  const other = new Program(program.dir, { DATABASE_URL: program.databaseUrl(String(cutter.port)) });
  try {
    await other.start();
    const writers = new Writers(other, 500_000);
    return await whileWriting({ program: other, writers, say }, async (judge) => {
      cutter.cutNext(20);
      while (cutter.cut < 20) await writers.acknowledge(1);
      judge.expect(cutter.cut === 20, `${String(cutter.cut)} commits were cut`);
      return { 'commits cut': cutter.cut };
    });
  } finally {
    await other.stop('SIGTERM');
    await cutter.close();
  }
}
