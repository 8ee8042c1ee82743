import { beforeAll, describe, expect, it } from 'vitest';
import { schemaOf } from '../../src/schema.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { idOf, markRows, originsOf, RECORD_TYPES, someRows, type Row, type Spot } from '../support/canaries.ts';
import { QueryBuilder, type Vocabulary } from '../support/random-query.ts';
import { wordsOf } from '../support/vocabulary.ts';

// `FUZZ_QUERIES=100000 FUZZ_SEED=7 npm test` looks longer, or elsewhere.
const QUERIES = Number(process.env['FUZZ_QUERIES'] ?? 2400);
const SEED = Number(process.env['FUZZ_SEED'] ?? 5017);
const FES = 17;

let api: Api;
let rows: Row[];
let byId: Map<string, Row>;
let vocabulary: Vocabulary;

beforeAll(async () => {
  api = await testApi('demo');
  await markRows(api.database.url);
  rows = await someRows(api.database.url);
  byId = new Map(rows.map((row) => [idOf(row), row]));
  vocabulary = await wordsOf(api, rows);
});

interface Outcome {
  readonly faults: string[];
  readonly leaks: string[];
  readonly reached: number;
}

async function fuzzed(who: Who | null, count: number, inSight: (spot: Spot) => boolean): Promise<Outcome> {
  const builder = new QueryBuilder(await schemaOf(), vocabulary, SEED + count + (who?.role.length ?? 0));
  const outcome = { faults: [] as string[], leaks: [] as string[], reached: 0 };
  for (let index = 0; index < count; index += 1) {
    const query = builder.next();
    const answer = await api.ask(who, query);
    const text = JSON.stringify(answer);
    if (answer.status >= 500 || text.includes('INTERNAL_SERVER_ERROR'))
      outcome.faults.push(`${query}\n${text.slice(0, 500)}`);
    const origins = originsOf(text, byId);
    if (origins.some((spot) => !inSight(spot))) outcome.leaks.push(`${query}\n${text.slice(0, 2000)}`);
    if (origins.length > 0) outcome.reached += 1;
  }
  return outcome;
}

describe('random questions', () => {
  const share = (part: number): number => Math.ceil(QUERIES * part);

  it.each([
    {
      name: 'a regional viewer',
      who: VIEWERS['regional-viewer'],
      part: 0.5,
      inSight: ({ region }: Spot) => region === 3 || region === 0,
    },
    {
      name: 'a regional officer',
      who: VIEWERS['regional-officer'],
      part: 0.15,
      inSight: ({ region }: Spot) => region === 3 || region === 0,
    },
    {
      name: 'the officer of a province',
      who: VIEWERS['provincial-officer'],
      part: 0.25,
      inSight: ({ region, province }: Spot) => region === 0 || (region === 3 && (province === 0 || province === FES)),
    },
  ])('of $name never bring a value from out of sight', { timeout: 600_000 }, async ({ who, part, inSight }) => {
    const outcome = await fuzzed(who, share(part), inSight);
    expect(outcome.leaks).toEqual([]);
    expect(outcome.faults).toEqual([]);
    // The fuzzer does reach people: otherwise it would prove nothing.
    expect(outcome.reached).toBeGreaterThan(share(part) * 0.1);
  });

  it.each([
    { name: 'an analyst', who: VIEWERS.analyst },
    { name: 'nobody', who: null },
  ])('of $name never bring a row of people', { timeout: 600_000 }, async ({ who }) => {
    const outcome = await fuzzed(who, share(0.05), () => false);
    expect(outcome.leaks).toEqual([]);
    expect(outcome.faults).toEqual([]);
  });

  it('would show a leak: the centre sees what the region does not', { timeout: 600_000 }, async () => {
    const outcome = await fuzzed(VIEWERS['central-service'], 300, ({ region }) => region === 3 || region === 0);
    expect(outcome.leaks.length).toBeGreaterThan(20);
    expect(RECORD_TYPES.length).toBeGreaterThan(10);
  });
});
