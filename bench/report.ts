import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Options } from './options.ts';
import type { Achieved } from './rounds.ts';
import type { Contestant } from './works/work.ts';
import { TITLES } from './works/works.ts';

export interface Scale {
  readonly artisans: number;
  readonly achieved: readonly Achieved[];
  readonly peakMemory: Readonly<Partial<Record<Contestant, number | null>>>;
}

export interface Facts {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGigabytes: number;
  /** Processes that wanted a core in the minute before the bench began: the machine's other work. */
  readonly loadBefore: number;
  readonly node: string;
  readonly postgres: string;
  readonly postgraphile: string;
}

async function versionOf(name: string): Promise<string> {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
    const { name: found, version } = JSON.parse(text) as { name?: string; version?: string };
    if (found === name && version !== undefined) return version;
    if (dirname(folder) === folder) return 'unknown';
    folder = dirname(folder);
  }
}

/** The conditions of a run, asked for at its beginning. */
export async function factsOf(postgres: string): Promise<Facts> {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.versions.node,
    postgres,
    postgraphile: await versionOf('postgraphile'),
  };
}

const HEAD = [
  ...['artisans', 'work', 'contestant', 'requests/s', 'p50 ms', 'p99 ms', 'errors'],
  ...['server CPU s/1,000', 'PostgreSQL CPU s/1,000', 'hiraf answers', 'with CPU'],
];

const cpuOf = ({ serverCpuPerThousand, postgresCpuPerThousand }: Achieved): number =>
  serverCpuPerThousand + postgresCpuPerThousand;

/** How many times as many requests hiraf answers as a rival, and with how many times its processor time for each. */
function ratios(achieved: readonly Achieved[], rival: Achieved): [string, string] {
  const hiraf = achieved.find(({ work, contestant }) => work === rival.work && contestant === 'hiraf');
  if (hiraf === undefined || rival.contestant === 'hiraf') return ['', ''];
  const [answers, cpu] = [hiraf.requestsPerSecond / rival.requestsPerSecond, cpuOf(hiraf) / cpuOf(rival)];
  return [`${answers.toFixed(2)} x`, `${cpu.toFixed(2)} x`];
}

const rowsOf = ({ artisans, achieved }: Scale): string[][] =>
  achieved.map((one) => [
    artisans.toLocaleString('en'),
    one.work,
    one.contestant,
    one.requestsPerSecond.toFixed(0),
    one.p50.toFixed(1),
    one.p99.toFixed(1),
    String(one.errors),
    one.serverCpuPerThousand.toFixed(2),
    one.postgresCpuPerThousand.toFixed(2),
    ...ratios(achieved, one),
  ]);

/** A table in Markdown, with columns of equal width so that it is read on a terminal too. */
export function tableOf(scales: readonly Scale[]): string {
  const rows = [HEAD, ...scales.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column < 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column < 3 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(HEAD), rule, ...rows.slice(1).map(line)].join('\n');
}

const memoryOf = ({ artisans, peakMemory }: Scale): string =>
  `- ${artisans.toLocaleString('en')} artisans: ${Object.entries(peakMemory)
    .map(([name, megabytes]) => `${name} ${String(megabytes ?? 'unknown')} MB`)
    .join(', ')}`;

function textOf(facts: Facts, options: Options, scales: readonly Scale[]): string {
  const { rounds, roundSeconds, warmUpSeconds, connections } = options;
  return [
    '# Results of the bench',
    '',
    `${facts.date}: ${String(facts.cores)} cores (${facts.processor}), ${String(facts.memoryGigabytes)} GB, Node ${facts.node}, PostgreSQL ${facts.postgres}, PostGraphile ${facts.postgraphile}.`,
    `Load, contestant and PostgreSQL share the cores, with other work of the machine too: its load was ${String(facts.loadBefore)} before the bench began.`,
    `${String(connections)} connections; ${String(warmUpSeconds)} s to warm up, then ${String(rounds)} rounds of ${String(roundSeconds)} s in turn. Figures are medians of the rounds; every reply was compared with the verified one.`,
    '',
    ...Object.entries(TITLES).map(([name, title]) => `- **${name}**: ${title}`),
    '',
    tableOf(scales),
    '',
    'Peak memory of the server process:',
    '',
    ...scales.map(memoryOf),
    '',
  ].join('\n');
}

/** Writes the results of a full run, for people and for programs. */
export async function writeResults(facts: Facts, options: Options, scales: readonly Scale[]): Promise<void> {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  await writeFile(join(folder, 'results.md'), textOf(facts, options, scales));
  await writeFile(join(folder, 'results.json'), `${JSON.stringify({ facts, options, scales }, null, 2)}\n`);
}
