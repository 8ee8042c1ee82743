import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineFacts } from '../bench/facts.ts';
import { buildGraphqlSchema } from '../src/schema.ts';
import { openTemplates } from '../tests/support/templates.ts';
import { playGreedy, playMutations, playQueries, type GreedyResult, type Run } from './parts.ts';
import { brokenIn, reportOf, type Results } from './report.ts';

const USAGE = `Usage: npm run fuzz -- [--queries N] [--mutations N] [--greedy N] [--seed N]
How many of each are tried; 0 leaves a part out. A run of all three parts writes docs/fuzz.md.`;
const RESULTS = 'docs/fuzz.md';
const DEFAULTS = { queries: '5000', mutations: '5000', greedy: '3000', seed: '5017' } as const;
const BROKEN_SHOWN = 12;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

type Counts = Readonly<Record<keyof typeof DEFAULTS, number>>;

function countsFrom(words: readonly string[]): Counts {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: words.filter((word) => word !== '--'),
    options: { queries: option, mutations: option, greedy: option, seed: option },
  });
  const entries = Object.entries({ ...DEFAULTS, ...values }).map(([name, value]) => [name, Number(value)] as const);
  if (entries.some(([, value]) => !Number.isInteger(value) || value < 0)) throw new Error(USAGE);
  return Object.fromEntries(entries) as Counts;
}

type Base = Omit<Run, 'count'>;

async function queriesAndMutations(base: Base, counts: Counts): Promise<Pick<Results, 'queries' | 'mutations'>> {
  if (counts.queries === 0 && counts.mutations === 0) return { queries: undefined, mutations: undefined };
  say('Filling a database of 24,000 artisans …');
  const templates = await openTemplates();
  try {
    if (counts.queries > 0) say('Queries');
    const queries = counts.queries > 0 ? await playQueries(templates, { ...base, count: counts.queries }) : undefined;
    if (counts.mutations > 0) say('Changes');
    const run = { ...base, count: counts.mutations };
    return { queries, mutations: counts.mutations > 0 ? await playMutations(templates, run) : undefined };
  } finally {
    await templates.close();
  }
}

async function greedily(base: Base, count: number): Promise<GreedyResult | undefined> {
  if (count === 0) return undefined;
  say('What costs most');
  execFileSync('npm', ['run', '-s', 'build:server']);
  const dir = await mkdtemp(join(tmpdir(), 'hiraf-fuzz-'));
  await chmod(dir, 0o755);
  try {
    return await playGreedy(dir, { ...base, count });
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main(): Promise<void> {
  const counts = countsFrom(process.argv.slice(2));
  const machine = machineFacts();
  const base = { schema: await buildGraphqlSchema(), seed: counts.seed, say };
  const greedy = await greedily(base, counts.greedy);
  const results = { machine, seed: counts.seed, ...(await queriesAndMutations(base, counts)), greedy };
  const text = reportOf(results);
  const isWhole = Object.values(results).every((part) => part !== undefined);
  if (isWhole) await writeFile(RESULTS, text);
  process.stdout.write(text);
  const broken = brokenIn(results);
  for (const what of broken.slice(0, BROKEN_SHOWN)) say(`\nBROKEN: ${what}`);
  if (broken.length > 0) process.exitCode = 1;
}

await main();
