import { machineText, type MachineFacts } from '../bench/facts.ts';
import { ANSWER_BYTES } from '../src/platform/config/limits.ts';
import type { Found } from './greedy.ts';
import type { GreedyResult, MutationResult, QueryResult } from './parts.ts';

const SLOWEST = 1000;

/** What was seen; a part that was left out is undefined. */
export interface Results {
  readonly machine: MachineFacts;
  readonly seed: number;
  readonly queries: readonly QueryResult[] | undefined;
  readonly mutations: MutationResult | undefined;
  readonly greedy: GreedyResult | undefined;
}

const SHOWN = 420;
const REASONS_SHOWN = 3;
const number = (value: number): string => Math.round(value).toLocaleString('en');
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
const sumOf = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

/** A table; columns whose name ends with `:` hold numbers. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const rule = columns.map((column) => (column.endsWith(':') ? '---:' : '---'));
  return ['', line(columns.map((column) => column.replace(/:$/, ''))), line(rule), ...rows.map(line), ''];
}

const byCount = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].toSorted(([, one], [, other]) => other - one);

function rowOf({ name, score }: QueryResult): string[] {
  const { asked, answered, reached, leaks, faults, underpriced, twins, tellingApart } = score;
  const counts = [asked, answered, reached, leaks.length, faults.length, underpriced.length, twins];
  return [name, ...counts.map(number), number(tellingApart.length)];
}

function queriesText(results: readonly QueryResult[]): string[] {
  const codes = new Map<string, number>();
  for (const { score } of results)
    for (const [code, count] of score.codes) codes.set(code, (codes.get(code) ?? 0) + count);
  const columns = ['caller', 'asked:', 'without an error:', 'reached rows:', 'leaks:', 'faults:'];
  return [
    '## Queries',
    '',
    'Drawn from the schema over rows that hold a mark of where they are: variables, fragments, directives, several operations in a document, GET and POST, ids and cursors of other regions, and hostile values. A leak is an answer with a mark of what its caller may not see. Where a query names something that its caller may not read, the same is asked of what does not exist: the two answers must be the same.',
    ...table(
      [...columns, 'more than the price:', 'compared:', 'answered differently:'],
      [...results.map(rowOf), ['all', ...totals(results)]],
    ),
    `Errors by their codes: ${byCount(codes)
      .map(([code, count]) => `${code} ${number(count)}`)
      .join(', ')}.`,
    '',
  ];
}

function totals(results: readonly QueryResult[]): string[] {
  const rows = results.map(rowOf);
  const columns = rows[0]?.slice(1) ?? [];
  return columns.map((_, index) => number(sumOf(rows, (row) => Number(row[index + 1]?.replaceAll(',', '')))));
}

const neverIn = ({ scores }: MutationResult): string[] =>
  [...scores.byName].filter(([, { changed }]) => changed === 0).map(([name]) => name);

function mutationsText(result: MutationResult): string[] {
  const { scores, figures, chain } = result;
  const all = [...scores.byName.values()];
  const [tried, changed] = [sumOf(all, (one) => one.tried), sumOf(all, (one) => one.changed)];
  const rows = [...scores.byName].map(([name, score]) => {
    const refused = byCount(score.refused);
    const reasons = refused.slice(0, REASONS_SHOWN).map(([code, count]) => `${code} ${number(count)}`);
    const counts = [score.tried, score.changed, sumOf(refused, ([, count]) => count)];
    return [name, ...counts.map(number), reasons.join(', ')];
  });
  const never = neverIn(result);
  return [
    '## Changes',
    '',
    'Every mutation of the schema, by officers of the place, of another place, and by those who may change nothing, with ids and versions of the moment and hostile values among them. What follows on what was changed is tried first, so that elections and foundations come to their end.',
    '',
    `- ${number(tried)} tried, ${number(changed)} changed something, the others were refused with a known code; ${String(scores.faults.length)} faults.`,
    `- Succeeded at least once: ${String(scores.byName.size - never.length)} of ${String(scores.byName.size)}${never.length > 0 ? `; never: ${never.join(', ')}` : ''}.`,
    `- Refusals that left something in the audit log: ${String(scores.traces.length)}. Changes sent again under the same key and answered as before: ${number(scores.replays)}.`,
    `- Refusals of what the caller may not read, compared with what does not exist: ${number(scores.twins)}, answered differently: ${String(scores.tellingApart.length)}.`,
    `- Afterwards: \`figures verify\`: ${cell(figures)} \`audit verify --all\`: ${cell(chain)}`,
    ...table(['mutation', 'tried:', 'changed:', 'refused:', 'most often for'], rows),
  ];
}

const shortened = (query: string): string => {
  const text = query.replaceAll(/z{5,}/g, 'z…').replaceAll(/\s+/g, ' ').replaceAll('`', "'");
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
};

const foundRow = ({ role, bytes, ms, price, query }: Found): string[] => [
  ...[role, number(bytes), number(ms), number(price), number(price / ms)],
  `\`${shortened(query)}\``,
];

const COLUMNS = ['caller', 'bytes:', 'ms:', 'points:', 'points for each ms:'];

function greedyText({ roles, worst, refused }: GreedyResult): string[] {
  const rows = roles.map(({ role, ceiling, hunter, peakMemory }) => {
    const { accepted, refused: no, notRead } = hunter.answered;
    const [bytes, ms] = [hunter.worst.bytes.all[0]?.bytes ?? 0, hunter.worst.ms.all[0]?.ms ?? 0];
    return [role, ...[ceiling, accepted, no, notRead, bytes, ms, peakMemory].map(number)];
  });
  return [
    '## What costs most',
    '',
    `A search for operations within the ceiling of their caller that have the largest answer or take the longest: from what clients really ask and from shapes that multiply, by adding, nesting, repeating and renaming fields and swapping arguments, and going on with the worst. Each is sent alone to the program as it is shipped; a time is the best of three, from the request to the last byte. No answer may have more than ${number(ANSWER_BYTES)} bytes or take more than ${number(SLOWEST)} ms.`,
    ...table(['caller', 'ceiling:', 'answered:', 'refused:', 'not drawn:', 'bytes:', 'ms:', 'peak MB:'], rows),
    '### The largest answers',
    ...table([...COLUMNS, 'operation'], worst.bytes.all.map(foundRow)),
    '### The longest times',
    ...table([...COLUMNS, 'operation'], worst.ms.all.map(foundRow)),
    ...(refused.all.length === 0 ? [] : ['### Refused, and how long that took']),
    ...(refused.all.length === 0
      ? []
      : table(
          ['code', 'caller', 'ms:', 'points:', 'operation'],
          refused.all.map(({ code = '', role, ms, price, query }) => [
            ...[code, role, number(ms), number(price)],
            `\`${shortened(query)}\``,
          ]),
        )),
  ];
}

/** What should not have been; empty where all was as promised. */
export function brokenIn({ queries = [], mutations, greedy }: Results): string[] {
  const ofQueries = queries.flatMap(({ name, score: { leaks, faults, underpriced, tellingApart } }) => [
    ...leaks.map((what) => `LEAK to ${name}: ${what}`),
    ...faults.map((what) => `FAULT for ${name}: ${what}`),
    ...underpriced.map((what) => `MORE THAN THE PRICE for ${name}: ${what}`),
    ...tellingApart.map((what) => `TOLD APART by ${name}: ${what}`),
  ]);
  return [...ofQueries, ...brokenChanges(mutations), ...brokenGreed(greedy)];
}

function brokenChanges(result: MutationResult | undefined): string[] {
  if (result === undefined) return [];
  const { scores, isWhole, figures, chain } = result;
  return [
    ...scores.faults.map((what) => `FAULT of a change: ${what}`),
    ...scores.traces.map((what) => `TRACE of a refusal: ${what}`),
    ...scores.tellingApart.map((what) => `TOLD APART by a change: ${what}`),
    ...(isWhole ? [] : [`FIGURES OR CHAIN: ${figures} ${chain}`]),
  ];
}

function brokenGreed(result: GreedyResult | undefined): string[] {
  if (result === undefined) return [];
  const { roles, worst, mispriced } = result;
  const large = worst.bytes.all.filter(({ bytes }) => bytes > ANSWER_BYTES);
  const slow = worst.ms.all.filter(({ ms }) => ms > SLOWEST);
  return [
    ...roles.flatMap(({ hunter }) => hunter.faults.map((what) => `FAULT of a greedy operation: ${what}`)),
    ...large.map(({ role, bytes, query }) => `TOO LARGE for ${role}: ${number(bytes)} bytes\n${query}`),
    ...slow.map(
      ({ role, ms, price, query }) => `TOO SLOW for ${role}: ${number(ms)} ms, ${number(price)} points\n${query}`,
    ),
    ...mispriced.map((what) => `PRICED OTHERWISE: ${what}`),
  ];
}

/** The scores as a page. */
export function reportOf(results: Results): string {
  const { machine } = results;
  const broken = brokenIn(results).length;
  return [
    '# Random operations',
    '',
    'What `npm run fuzz` saw of the service over 24,000 invented artisans in its real PostgreSQL.',
    '',
    `${machine.date}, seed ${String(results.seed)}: ${machineText(machine)}. ${broken === 0 ? 'All was as promised.' : `${String(broken)} were not as promised.`}`,
    '',
    ...(results.queries === undefined ? [] : queriesText(results.queries)),
    ...(results.mutations === undefined ? [] : mutationsText(results.mutations)),
    ...(results.greedy === undefined ? [] : greedyText(results.greedy)),
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}
