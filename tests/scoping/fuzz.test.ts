import { beforeAll, describe, expect, it } from 'vitest';
import { CALLERS, planted, QueryFuzzer, type Caller, type Planted, type QueryScore } from '../../fuzz/queries.ts';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { RECORD_TYPES, type Spot } from '../support/canaries.ts';

// `npm run fuzz -- --queries 100000` looks longer, and elsewhere.
const QUERIES = 2100;
const SEED = 5017;

let api: Api;
let world: Planted;

beforeAll(async () => {
  api = await testApi('demo');
  world = await planted(api);
});

async function fuzzed(caller: Pick<Caller, 'who' | 'inSight'>, count: number): Promise<QueryScore> {
  const seed = SEED + count + (caller.who?.role.length ?? 0);
  return new QueryFuzzer(api, { ...world, schema: await buildGraphqlSchema() }, { ...caller, seed }).run(count);
}

describe('random queries', () => {
  it.each(CALLERS)('of $name bring nothing from out of sight, and no fault', { timeout: 600_000 }, async (caller) => {
    const count = Math.ceil(QUERIES * caller.share);
    const score = await fuzzed(caller, count);
    expect(score.leaks).toEqual([]);
    expect(score.faults).toEqual([]);
    // A field that reads more than its price covers would let a caller take more than the ceiling allows.
    expect(score.underpriced).toEqual([]);
    // What is out of sight is answered as if it did not exist.
    expect(score.tellingApart).toEqual([]);
    // The queries do reach people: otherwise they would prove nothing.
    if (caller.inSight({ region: 3, province: 17 })) expect(score.reached).toBeGreaterThan(count * 0.2);
    else expect(score.reached).toBe(0);
    if (caller.inSight({ region: 7, province: 50 })) expect(score.twins).toBe(0);
    else expect(score.twins).toBeGreaterThan(count * 0.02);
    expect(score.answered).toBeGreaterThan(count * (caller.inSight({ region: 3, province: 17 }) ? 0.4 : 0.05));
  });

  it('would show a leak, and what is told apart: the centre sees what the region does not', async () => {
    const inSight = ({ region }: Spot) => region === 3 || region === 0;
    const score = await fuzzed({ who: VIEWERS['central-service'], inSight }, 300);
    expect(score.leaks.length).toBeGreaterThan(20);
    expect(score.tellingApart.length).toBeGreaterThan(5);
    expect(RECORD_TYPES.length).toBeGreaterThan(10);
  }, 600_000);
});
