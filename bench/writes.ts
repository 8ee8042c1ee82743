import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { signToken } from '../src/platform/auth/keys.ts';
import { withClient } from '../src/platform/postgres/open.ts';
import { bundleAll } from './bundle.ts';
import { Child } from './child.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { start, type Running } from './contestant.ts';
import { AUDIENCE, ISSUER } from './contestants/session.ts';
import { factsOf } from './facts.ts';
import { cpuOf, cpuOfPostgres } from './usage.ts';
import { median } from './statistics.ts';
import type { WriteDone, WriteJob } from './write-load.ts';

const ARTISANS = 24_000;
const CONNECTIONS = 16;
const SKIP = `create or replace function bench_skip() returns trigger language plpgsql as 'begin return null; end'`;
const skipping = (table: string) => `create trigger a_bench_skip before insert on ${table}
  for each row execute function bench_skip()`;
const kept = (table: string) => `drop trigger if exists a_bench_skip on ${table}`;
const FIGURES = ['artisan_tally_insert', 'artisan_class_insert'];
const FIGURES_OFF = FIGURES.map((trigger) => `alter table artisan disable trigger ${trigger}`);

/** What runs, and what is switched off in the database meanwhile. */
interface Variant {
  readonly name: string;
  readonly contestant: 'hiraf' | 'bare-insert';
  readonly off: readonly string[];
}
const VARIANTS: readonly Variant[] = [
  { name: 'hiraf', contestant: 'hiraf', off: [] },
  { name: 'hiraf without figures', contestant: 'hiraf', off: FIGURES_OFF },
  { name: 'hiraf without outbox', contestant: 'hiraf', off: [skipping('outbox_event')] },
  { name: 'hiraf without audit and outbox', contestant: 'hiraf', off: [skipping('audit_entry')] },
  { name: 'bare insert, with figures', contestant: 'bare-insert', off: [] },
  { name: 'bare insert', contestant: 'bare-insert', off: FIGURES_OFF },
];
const ON = [
  ...[kept('outbox_event'), kept('audit_entry')],
  ...FIGURES.map((trigger) => `alter table artisan enable trigger ${trigger}`),
];

interface Achieved extends WriteDone {
  readonly name: string;
  readonly cpu: number;
}

const regionsInTurn = Array.from({ length: 12 }, (_, index) => `MA-${String(index + 1).padStart(2, '0')}`);
const tokensFor = (folder: string): Promise<string[]> =>
  Promise.all(
    regionsInTurn.map((region) =>
      signToken(
        { subject: `bench-${region}`, role: 'regional-officer', region },
        { dir: folder, issuer: ISSUER, audience: AUDIENCE, expiresIn: '12h' },
      ),
    ),
  );

interface Field {
  readonly cluster: Cluster;
  readonly databaseUrl: string;
  readonly running: ReadonlyMap<string, Running<string>>;
  readonly load: Child;
  readonly tokens: readonly string[];
}

async function roundOf(field: Field, variant: Variant, timing: { run: number; seconds: number }): Promise<Achieved> {
  const contestant = field.running.get(variant.contestant);
  if (contestant === undefined) throw new Error(`${variant.contestant} does not run.`);
  await withClient(field.databaseUrl, async (client) => {
    for (const statement of [...ON, SKIP, ...variant.off]) await client.query(statement);
  });
  const graphql = variant.contestant === 'hiraf';
  const job: WriteJob = {
    ...{ url: contestant.origin + (graphql ? '/graphql' : '/register'), tokens: field.tokens, graphql },
    ...{ run: String(timing.run), connections: CONNECTIONS, seconds: timing.seconds },
  };
  const usage = async () => (await cpuOf(contestant.pid)) + (await cpuOfPostgres(field.cluster.postmaster));
  const before = await usage();
  const done = await field.load.ask<WriteDone>(job);
  return { ...done, name: variant.name, cpu: (await usage()) - before };
}

function tableOf(rounds: readonly Achieved[]): string {
  const perSecond = (name: string): number =>
    median(rounds.filter((round) => round.name === name).map(({ requests, seconds }) => requests / seconds));
  const lines = VARIANTS.map(({ name }) => {
    const own = rounds.filter((round) => round.name === name);
    const cpu = median(own.map((round) => (round.cpu / round.requests) * 1000));
    const share = perSecond(name) / perSecond('bare insert');
    const [p50, p99] = [median(own.map((round) => round.p50)), median(own.map((round) => round.p99))];
    const errors = own.reduce((sum, round) => sum + round.errors, 0);
    const cells = [perSecond(name).toFixed(0), p50.toFixed(1), p99.toFixed(1), String(errors), cpu.toFixed(2)];
    return `| ${[name.padEnd(30), ...cells, `${(share * 100).toFixed(0)} %`].join(' | ')} |`;
  });
  const head = [
    'registrations by 12 regions',
    'writes/s',
    'p50 ms',
    'p99 ms',
    'errors',
    'CPU s/1,000',
    'of a bare insert',
  ];
  return [`| ${head.join(' | ')} |`, '| --- | ---: | ---: | ---: | ---: | ---: | ---: |', ...lines].join('\n');
}

async function raced(field: Field, rounds: number, seconds: number): Promise<Achieved[]> {
  const achieved: Achieved[] = [];
  let run = 1;
  for (const variant of VARIANTS) await roundOf(field, variant, { run: run++, seconds: 1 });
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of VARIANTS) achieved.push(await roundOf(field, variant, { run: run++, seconds }));
  }
  return achieved;
}

async function main(): Promise<void> {
  const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
  await bundleAll();
  const cluster = await openCluster();
  const load = Child.start('./write-load.ts');
  const running = new Map<string, Running<string>>();
  try {
    const facts = await factsOf(cluster.version);
    const databaseUrl = await cluster.database(ARTISANS);
    const at = { folder: cluster.folder, databaseUrl };
    running.set('hiraf', await start('hiraf', at));
    running.set('bare-insert', await start('bare-insert', at));
    const field = { cluster, databaseUrl, running, load, tokens: await tokensFor(cluster.folder) };
    const [rounds, seconds] = quick ? [1, 2] : [3, 5];
    const achieved = await raced(field, rounds, seconds);
    const table = tableOf(achieved);
    process.stdout.write(`${table}\n`);
    if (quick) return;
    const { date, cores, processor, postgres } = facts;
    const conditions = `${date}: ${String(cores)} cores (${processor}), PostgreSQL ${postgres} as durable as it ships, ${String(CONNECTIONS)} connections, medians of ${String(rounds)} rounds of ${String(seconds)} s in turn.`;
    const folder = fileURLToPath(new URL('./results/', import.meta.url));
    await writeFile(join(folder, 'writes.md'), `# Writes\n\n${conditions}\n\n${table}\n`);
    await writeFile(join(folder, 'writes.json'), `${JSON.stringify({ facts, achieved }, null, 2)}\n`);
  } finally {
    for (const child of [...running.values(), load]) await child.stop();
    await cluster.stop();
  }
}

await main();
