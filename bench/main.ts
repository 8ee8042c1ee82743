import 'reflect-metadata';
import { bundleAll } from './bundle.ts';
import { Child } from './child.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { start, type Running } from './contestant.ts';
import { factsOf, type Facts } from './facts.ts';
import { marksOf } from './marks.ts';
import { readOptions, type Options } from './options.ts';
import { writeResults } from './report.ts';
import { contestOf, type Achieved, type Field } from './rounds.ts';
import { soak, soakTable, writeSoak } from './soak.ts';
import { tableOf, type Scale } from './table.ts';
import { CONTESTANTS, type Work } from './works/work.ts';
import { worksOf } from './works/works.ts';

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

type Play<Result> = (field: Field, works: readonly Work[]) => Promise<Result>;

/** Makes a database and starts the contestants over it, for as long as something is done with them. */
async function staged<Result>(
  artisans: number,
  { cluster, options }: { cluster: Cluster; options: Options },
  play: Play<Result>,
): Promise<Result> {
  say(`Making a database of ${artisans.toLocaleString('en')} artisans …`);
  const databaseUrl = await cluster.database(artisans);
  const contestants: Running[] = [];
  const load = Child.start('./load.ts');
  try {
    for (const name of options.contestants) {
      contestants.push(await start(name, { folder: cluster.folder, databaseUrl }));
    }
    const marks = await marksOf(cluster, databaseUrl, contestants);
    return await play({ cluster, databaseUrl, contestants, load, options }, worksOf(marks));
  } finally {
    await Promise.all([...contestants, load].map((child) => child.stop()));
  }
}

const race =
  (artisans: number): Play<Scale> =>
  async (field, works) => {
    const { works: names } = field.options;
    const achieved: Achieved[] = [];
    for (const work of works.filter(({ name }) => names.length === 0 || names.includes(name))) {
      say(`  ${work.name}: ${work.title}`);
      achieved.push(...(await contestOf(work, field)));
    }
    return { artisans, achieved };
  };

const isWhole = ({ quick, works, contestants }: Options): boolean =>
  !quick && works.length === 0 && contestants.length === CONTESTANTS.length;

async function raceAll(cluster: Cluster, options: Options, facts: Facts): Promise<void> {
  const scales: Scale[] = [];
  for (const artisans of options.scales) {
    const scale = await staged(artisans, { cluster, options }, race(artisans));
    scales.push(scale);
    // After each scale: a run that is broken off keeps what it has.
    if (isWhole(options)) {
      const { scales: _, ...conditions } = options;
      await writeResults([{ ...scale, facts, options: conditions }]);
    }
  }
  process.stdout.write(`${tableOf(scales)}\n`);
  const errors = scales.flatMap(({ achieved }) => achieved).reduce((sum, one) => sum + one.errors, 0);
  if (errors > 0) throw new Error(`${String(errors)} requests were answered wrongly.`);
}

async function soakAll(cluster: Cluster, options: Options, facts: Facts): Promise<void> {
  for (const artisans of options.scales) {
    const spells = await staged(artisans, { cluster, options }, async (field, works) => {
      const mixed = works.find(({ name }) => name === 'mixed');
      if (mixed === undefined) throw new Error('There is no work "mixed".');
      return soak(options.soak, mixed, { ...field, connections: options.connections, say });
    });
    process.stdout.write(`${soakTable(spells)}\n`);
    if (!options.quick) await writeSoak(facts, artisans, spells);
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  await bundleAll();
  const cluster = await openCluster();
  try {
    const facts = await factsOf(cluster.version);
    await (options.soak > 0 ? soakAll : raceAll)(cluster, options, facts);
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
