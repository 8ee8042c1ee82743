import { parseArgs } from 'node:util';
import { CONTESTANTS, type Contestant } from './works/work.ts';

export interface Options {
  /** One database for each of these numbers of artisans. */
  readonly scales: readonly number[];
  readonly connections: number;
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly warmUpSeconds: number;
  /** Names of works; all of them where none is named. */
  readonly works: readonly string[];
  readonly contestants: readonly Contestant[];
  readonly quick: boolean;
  /** How many requests are sent to see whether memory grows; 0 for a race. */
  readonly soak: number;
}

const USAGE = `Usage: npm run bench -- [--quick] [--artisans 24000,240000,2400000] [--connections 16] [--rounds 3]
  [--works page,search] [--contestants ${CONTESTANTS.join(',')}] [--soak 200000]`;
const LONG = { rounds: 3, roundSeconds: 5, warmUpSeconds: 3, artisans: '24000,240000,2400000' };
const QUICK = { rounds: 1, roundSeconds: 1, warmUpSeconds: 1, artisans: '24000' };

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(USAGE);
  return value;
}

function contestantsIn(text: string): readonly Contestant[] {
  const names = text.split(',');
  if (!names.every((name) => (CONTESTANTS as readonly string[]).includes(name))) throw new Error(USAGE);
  return CONTESTANTS.filter((name) => names.includes(name));
}

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  artisans: { type: 'string' },
  connections: { type: 'string', default: '16' },
  rounds: { type: 'string' },
  works: { type: 'string' },
  contestants: { type: 'string' },
  soak: { type: 'string' },
} as const;

export function readOptions(args: readonly string[]): Options {
  const given = parseArgs({ args: [...args], options: OPTIONS }).values;
  const soak = given.soak === undefined ? 0 : whole(given.soak);
  const { artisans, ...length } = given.quick ? QUICK : LONG;
  return {
    ...length,
    ...(given.rounds === undefined ? {} : { rounds: whole(given.rounds) }),
    scales: (given.artisans ?? (soak > 0 ? QUICK.artisans : artisans)).split(',').map(whole),
    connections: whole(given.connections),
    works: given.works?.split(',') ?? [],
    contestants: contestantsIn(given.contestants ?? (soak > 0 ? 'hiraf' : CONTESTANTS.join(','))),
    quick: given.quick,
    soak,
  };
}
