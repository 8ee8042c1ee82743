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

const slowestOf = (values: readonly number[]): number => Math.max(...values);

export const interruptions: readonly Scenario[] = [
  {
    title: 'kill -9 of the API, three times',
    play: (stage) =>
      whileWriting(stage, async (judge) => {
        const times: number[] = [];
        for (const _time of [1, 2, 3]) {
          await stage.program.stop('SIGKILL');
          times.push(await stage.program.start());
          await stage.writers.acknowledge(20);
        }
        return inTime(judge, slowestOf(times));
      }),
  },
  {
    title: 'kill -9 of PostgreSQL, twice',
    play: (stage) =>
      whileWriting(stage, async (judge) => {
        const times: number[] = [];
        for (const _time of [1, 2]) {
          process.kill(stage.program.postmaster ?? 0, 'SIGKILL');
          await sleep(300);
          times.push(await stage.program.ready());
          await stage.writers.acknowledge(20);
        }
        return inTime(judge, slowestOf(times));
      }),
  },
  {
    title: 'restart of the API amid changes, three times',
    play: (stage) =>
      whileWriting(stage, async (judge) => {
        const times: number[] = [];
        for (const _time of [1, 2, 3]) {
          const code = await stage.program.stop('SIGTERM');
          judge.expect(code === 0, `it ended with ${String(code)}`);
          times.push(await stage.program.start());
          await stage.writers.acknowledge(20);
        }
        return inTime(judge, slowestOf(times));
      }),
  },
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
  await other.start();
  const writers = new Writers(other, 500_000);
  const seen = await whileWriting({ program: other, writers, say }, async (judge) => {
    cutter.cutNext(20);
    while (cutter.cut < 20) await writers.acknowledge(1);
    judge.expect(cutter.cut === 20, `${String(cutter.cut)} commits were cut`);
    return { 'commits cut': cutter.cut };
  });
  await other.stop('SIGTERM');
  await cutter.close();
  return seen;
}
