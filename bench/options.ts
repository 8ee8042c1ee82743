import { parseArgs } from 'node:util';

export interface Options {
  /** One database for each of these numbers of artisans. */
  readonly scales: readonly number[];
  readonly connections: number;
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly warmUpSeconds: number;
  /** Names of works; all of them where none is named. */
  readonly works: readonly string[];
  readonly quick: boolean;
}

const USAGE =
  'Usage: npm run bench -- [--quick] [--artisans 24000,240000] [--connections 16] [--rounds 3] [--works page,search]';
const LONG = { rounds: 3, roundSeconds: 5, warmUpSeconds: 3, artisans: '24000,240000,2400000' };
const QUICK = { rounds: 1, roundSeconds: 1, warmUpSeconds: 1, artisans: '24000' };

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(USAGE);
  return value;
}

export function readOptions(args: readonly string[]): Options {
  const options = {
    quick: { type: 'boolean', default: false },
    artisans: { type: 'string' },
    connections: { type: 'string', default: '16' },
    rounds: { type: 'string' },
    works: { type: 'string' },
  } as const;
  const { quick, artisans, connections, rounds, works } = parseArgs({ args: [...args], options }).values;
  const { artisans: scales, ...length } = quick ? QUICK : LONG;
  return {
    ...length,
    ...(rounds === undefined ? {} : { rounds: whole(rounds) }),
    scales: (artisans ?? scales).split(',').map(whole),
    connections: whole(connections),
    works: works?.split(',') ?? [],
    quick,
  };
}
