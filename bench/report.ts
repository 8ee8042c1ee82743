import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machineText, type Facts } from './facts.ts';
import type { Options } from './options.ts';
import { plotOf } from './plot.ts';
import { tableOf, type Scale } from './table.ts';
import { TITLES } from './works/works.ts';

/** A scale with the conditions under which it was measured, for scales may be measured one at a time. */
export interface Measured extends Scale {
  readonly facts: Facts;
  readonly options: Omit<Options, 'scales'>;
}

const FOLDER = fileURLToPath(new URL('./results/', import.meta.url));
const FILE = join(FOLDER, 'results.json');

function conditionsOf({ artisans, facts, options }: Measured): string {
  const { rounds, roundSeconds, warmUpSeconds, connections } = options;
  return [
    `- ${artisans.toLocaleString('en')} artisans, ${facts.date}: ${machineText(facts)}, PostgreSQL ${facts.postgres};`,
    `${String(connections)} connections, ${String(warmUpSeconds)} s to warm up, then ${String(rounds)} rounds of ${String(roundSeconds)} s in turn.`,
  ].join(' ');
}

function textOf(scales: readonly Measured[]): string {
  const versions = Object.entries(scales.at(-1)?.facts.versions ?? {}).map((pair) => pair.join(' '));
  return [
    '# Results of the bench',
    '',
    'Load, contestant and PostgreSQL share the cores. Figures are medians of the rounds; every reply was compared with the verified one.',
    '',
    ...scales.map(conditionsOf),
    '',
    `Rivals are built of ${versions.join(', ')}.`,
    '',
    ...Object.entries(TITLES).map(([name, title]) => `- **${name}**: ${title}`),
    '',
    tableOf(scales),
    '',
    '"statements" are those of a request that reads, besides what opens and ends its transaction. "peak MB" is the most memory of the server process during the work.',
    '',
    ...Object.keys(TITLES).map((work) => `![Processor time of ${work} by the number of artisans](${work}.svg)`),
    '',
  ].join('\n');
}

async function kept(): Promise<Measured[]> {
  const text = await readFile(FILE, 'utf8').catch(() => '{}');
  const { scales = [] } = JSON.parse(text) as { scales?: Partial<Measured>[] };
  // What an older bench wrote has no conditions of its own and cannot be put beside the rest.
  return scales.filter((scale): scale is Measured => scale.facts !== undefined && scale.options !== undefined);
}

/** Writes the results of a full run, for people and for programs; scales that were not measured now stay as they are. */
export async function writeResults(measured: readonly Measured[]): Promise<void> {
  const others = (await kept()).filter((scale) => !measured.some(({ artisans }) => artisans === scale.artisans));
  const scales = [...others, ...measured].toSorted((one, other) => one.artisans - other.artisans);
  await writeFile(FILE, `${JSON.stringify({ scales }, null, 2)}\n`);
  await writeFile(join(FOLDER, 'results.md'), textOf(scales));
  for (const [work, title] of Object.entries(TITLES)) {
    await writeFile(join(FOLDER, `${work}.svg`), plotOf({ work, title }, scales));
  }
}
