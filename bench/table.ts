import type { Achieved } from './rounds.ts';

/** What was achieved with so many artisans. */
export interface Scale {
  readonly artisans: number;
  readonly achieved: readonly Achieved[];
}

const HEAD = [
  ...['artisans', 'work', 'contestant', 'requests/s', 'p50 ms', 'p99 ms', 'errors', 'server CPU s/1,000'],
  ...['PostgreSQL CPU s/1,000', 'peak MB', 'statements', 'hiraf answers', 'with CPU'],
];
const WORDS = 3;

export const cpuOf = ({ serverCpuPerThousand, postgresCpuPerThousand }: Achieved): number =>
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
    String(one.peakMemory ?? 'unknown'),
    one.statements.toFixed(1).replace('.0', ''),
    ...ratios(achieved, one),
  ]);

/** A table in Markdown, with columns of equal width so that it is read on a terminal too. */
export function tableOf(scales: readonly Scale[]): string {
  const rows = [HEAD, ...scales.flatMap(rowsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = (cell: string, column: number): string =>
    column < WORDS ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  const line = (row: readonly string[]): string => `| ${row.map(padded).join(' | ')} |`;
  const rules = widths.map((width, column) => (column < WORDS ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(HEAD), line(rules), ...rows.slice(1).map(line)].join('\n');
}
