import 'reflect-metadata';
import { Child } from './child.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { start, type Running } from './contestant.ts';
import { marksOf } from './marks.ts';
import { readOptions, type Options } from './options.ts';
import { factsOf } from './facts.ts';
import { writeResults } from './report.ts';
import { contestOf, type Achieved } from './rounds.ts';
import { tableOf, type Scale } from './table.ts';
import { CONTESTANTS, type Work } from './works/work.ts';
import { worksOf } from './works/works.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const chosen = (works: readonly Work[], { works: names }: Options): readonly Work[] =>
  works.filter(({ name }) => names.length === 0 || names.includes(name));

async function scaleOf(artisans: number, cluster: Cluster, options: Options): Promise<Scale> {
  say(`Making a database of ${artisans.toLocaleString('en')} artisans …`);
  const databaseUrl = await cluster.database(artisans);
  const contestants: Running[] = [];
  const load = Child.start('./load.ts');
  try {
    for (const name of CONTESTANTS) contestants.push(await start(name, { folder: cluster.folder, databaseUrl }));
    const achieved: Achieved[] = [];
    const marks = await marksOf(cluster, databaseUrl, contestants);
    for (const work of chosen(worksOf(marks), options)) {
      say(`  ${work.name}: ${work.title}`);
      achieved.push(...(await contestOf(work, { cluster, databaseUrl, contestants, load, options })));
    }
    return { artisans, achieved };
  } finally {
    await Promise.all([...contestants, load].map((child) => child.stop()));
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const cluster = await openCluster();
  try {
    const facts = await factsOf(cluster.version);
    const scales: Scale[] = [];
    for (const artisans of options.scales) scales.push(await scaleOf(artisans, cluster, options));
    process.stdout.write(`${tableOf(scales)}\n`);
    if (!options.quick && options.works.length === 0) {
      const { scales: _, ...conditions } = options;
      await writeResults(scales.map((scale) => ({ ...scale, facts, options: conditions })));
    }
    const errors = scales.flatMap(({ achieved }) => achieved).reduce((sum, one) => sum + one.errors, 0);
    if (errors > 0) throw new Error(`${String(errors)} requests were answered wrongly.`);
  } finally {
    await cluster.stop();
  }
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
