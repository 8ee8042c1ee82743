import 'reflect-metadata';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleAll } from './bundle.ts';
import { Child } from './child.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { replyOf, start, tokenFor, type Running } from './contestant.ts';
import type { Call, Done, Job } from './load.ts';
import { marksOf } from './marks.ts';
import { CONTESTANTS, type Ask, type Contestant, type Work } from './works/work.ts';
import { worksOf } from './works/works.ts';

const USAGE = `Usage: npm run bench:profile -- [${CONTESTANTS.join('|')}] [artisans]`;
const SECONDS = 10;
const SHOWN = 18;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const placeOf = ({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string => {
  const path = url.replace(/^.*\/node_modules\//, '').replace(/^file:\/\/.*?\/(src|bench)\//, '$1/');
  return `${functionName || '(anonymous)'} ${path === '' ? '' : `${path}:${String(lineNumber + 1)}`}`.trim();
};

const packageOf = ({ functionName, url }: Profile['nodes'][number]['callFrame']): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? /\/(src|bench)\//.exec(url)?.[1] ?? (url || functionName);

/** The time that each function, or each package, spent itself, in milliseconds; waiting left out. */
function selfTimes({ nodes, samples, timeDeltas }: Profile, nameOf: typeof placeOf): [string, number][] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  times.delete('(idle)');
  return [...times].toSorted(([, one], [, other]) => other - one);
}

function tell(title: string, times: readonly [string, number][]): void {
  const total = times.reduce((sum, [, time]) => sum + time, 0);
  process.stdout.write(`\n${title}\n`);
  for (const [name, time] of times.slice(0, SHOWN)) {
    process.stdout.write(`${((time / total) * 100).toFixed(1).padStart(6)} %  ${name}\n`);
  }
}

async function callsOf(asks: readonly Ask[], cluster: Cluster, server: Running): Promise<Call[]> {
  const calls: Call[] = [];
  for (const { viewer, questions } of asks) {
    const [token, { request }] = [await tokenFor(cluster, viewer), questions[server.name]];
    calls.push({ request, token, expected: await replyOf(server.origin, request, token) });
  }
  return calls;
}

async function profile(name: Contestant, work: Work, at: { cluster: Cluster; databaseUrl: string }): Promise<void> {
  const { folder } = at.cluster;
  const place = join(folder, `profile-${work.name}`);
  await mkdir(place);
  const server = await start(name, { folder, databaseUrl: at.databaseUrl }, ['--cpu-prof', `--cpu-prof-dir=${place}`]);
  const load = Child.start('./load.ts');
  const calls = await callsOf(work.asks, at.cluster, server);
  const job: Job = { origin: server.origin, calls, connections: 16, seconds: SECONDS };
  const done = await load.ask<Done>(job);
  await Promise.all([load.stop(), server.stop()]);
  const files = await readdir(place);
  const profiles = await Promise.all(files.map(async (file) => readFile(join(place, file), 'utf8')));
  const [longest] = profiles.toSorted((one, other) => other.length - one.length);
  if (longest === undefined) throw new Error('The server left no profile.');
  const taken = JSON.parse(longest) as Profile;
  const rate = `${(done.requests / done.seconds).toFixed(0)} requests/s under the profiler`;
  tell(`${work.name}: ${rate}; by function`, selfTimes(taken, placeOf));
  tell(`${work.name}: by package`, selfTimes(taken, packageOf));
  await rm(place, { recursive: true });
}

const [given = 'hiraf', artisans = '24000'] = process.argv.slice(2);
const name = CONTESTANTS.find((contestant) => contestant === given);
if (name === undefined) throw new Error(USAGE);
await bundleAll();
const cluster = await openCluster();
try {
  const databaseUrl = await cluster.database(Number(artisans));
  const marking = await start(name, { folder: cluster.folder, databaseUrl });
  const works = worksOf(await marksOf(cluster, databaseUrl, [marking]));
  await marking.stop();
  for (const work of works) await profile(name, work, { cluster, databaseUrl });
} finally {
  await cluster.stop();
}
