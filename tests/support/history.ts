import fc from 'fast-check';
import pg from 'pg';
import { FES, STATEMENTS, type StatementName } from './history.statements.ts';

/** One statement of a history: what it does, to which rows, and from which numbers it takes its values. */
export interface Step {
  readonly name: StatementName;
  /** Rows with `id % every = rest` are meant. */
  readonly every: number;
  readonly rest: number;
  readonly salt: number;
  readonly count: number;
}

export const OFFICERS = {
  centre: { records: '{0,1,2,3,4,5,6,7,8,9,10,11,12}', capture: '{0,1,2,3,4,5,6,7,8,9,10,11,12}', province: '' },
  region: { records: '{3,0}', capture: '{3}', province: '' },
  province: { records: '{3,0}', capture: '{3}', province: FES },
} as const;
export type Officer = keyof typeof OFFICERS;

export interface Transaction {
  readonly officer: Officer;
  readonly isolation: 'read committed' | 'repeatable read';
  readonly ending: 'commit' | 'rollback';
  readonly steps: readonly Step[];
}

/** What several writers do at the same time, each its transactions in order. */
export type History = readonly (readonly Transaction[])[];

// Rows must be there before others can change them.
const INSERTS = [
  'insertArtisans',
  'insertArtisans',
  'insertBodies',
  'insertSeats',
  'insertCommittees',
  'insertSessions',
];
const NAMES = [...Object.keys(STATEMENTS), ...INSERTS, ...INSERTS] as StatementName[];

const step: fc.Arbitrary<Step> = fc.integer({ min: 1, max: 9 }).chain((every) =>
  fc.record({
    name: fc.constantFrom(...NAMES),
    every: fc.constant(every),
    rest: fc.nat({ max: every - 1 }),
    salt: fc.nat({ max: 1000 }),
    count: fc.integer({ min: 1, max: 12 }),
  }),
);

const transaction: fc.Arbitrary<Transaction> = fc.record({
  officer: fc.constantFrom<Officer>('centre', 'centre', 'centre', 'region', 'province'),
  isolation: fc.constantFrom<Transaction['isolation']>('read committed', 'read committed', 'repeatable read'),
  ending: fc.constantFrom<Transaction['ending']>('commit', 'commit', 'commit', 'rollback'),
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
});

export const histories: fc.Arbitrary<History> = fc.array(fc.array(transaction, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});

/** What came of a history. */
export interface Outcome {
  statements: number;
  rows: number;
  refused: number;
  deadlocks: number;
  conflicts: number;
}

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
// What a rule of the tables, a foreign key or the wall refuses; anything else is a fault of the figures themselves.
const REFUSALS = ['23503', '23505', '23514', '23001', '42501'];
const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);

async function open(client: pg.Client, { officer, isolation }: Transaction): Promise<void> {
  const { records, capture, province } = OFFICERS[officer];
  await client.query(`begin isolation level ${isolation}`);
  await client.query(
    `select set_config('app.records', $1, true), set_config('app.capture', $2, true),
      set_config('app.figures', $1, true), set_config('app.province', $3, true)`,
    [records, capture, province],
  );
  await client.query('set local role hiraf_capture');
}

async function take(client: pg.Client, { name, ...values }: Step, outcome: Outcome): Promise<void> {
  await client.query('savepoint step');
  outcome.statements += 1;
  try {
    const { rowCount } = await client.query(STATEMENTS[name](values));
    outcome.rows += rowCount ?? 0;
  } catch (error) {
    if (!REFUSALS.includes(codeOf(error))) throw error;
    outcome.refused += 1;
    await client.query('rollback to savepoint step');
  }
}

/** Runs a transaction; again from its start where PostgreSQL asks for it. */
async function perform(client: pg.Client, transaction: Transaction, outcome: Outcome): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await open(client, transaction);
      for (const one of transaction.steps) await take(client, one, outcome);
      await client.query(transaction.ending);
      return;
    } catch (error) {
      await client.query('rollback');
      const code = codeOf(error);
      if ((code !== DEADLOCK && code !== SERIALIZATION) || attempt === 20) throw error;
      if (code === DEADLOCK) outcome.deadlocks += 1;
      else outcome.conflicts += 1;
    }
  }
}

/** The writers of a history, each with a connection of its own, all at the same time. */
export async function live(url: string, history: History, outcome: Outcome): Promise<void> {
  const results = await Promise.allSettled(
    history.map(async (transactions) => {
      const client = new pg.Client({ connectionString: url, options: '-c deadlock_timeout=50ms' });
      await client.connect();
      try {
        for (const one of transactions) await perform(client, one, outcome);
      } finally {
        await client.end();
      }
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
