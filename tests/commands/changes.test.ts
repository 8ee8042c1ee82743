import { beforeAll, describe, expect, it } from 'vitest';
import { MutationFuzzer, type MutationScores } from '../../fuzz/mutations.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { testApi, type Api } from '../support/api.ts';
import { recounted, unpaired } from '../support/recount.ts';

// `npm run fuzz -- --mutations 10000` tries more, and elsewhere.
const CHANGES = 350;
const SEED = 5017;

let api: Api;
let scores: MutationScores;
beforeAll(async () => {
  api = await testApi('demo');
  const { url } = api.database;
  const schema = await buildGraphqlSchema();
  scores = await withClient(url, (client) => new MutationFuzzer(api, schema, { seed: SEED, client }).run(CHANGES));
}, 180_000);

const sum = (of: 'tried' | 'changed'): number =>
  [...scores.byName.values()].reduce((total, score) => total + score[of], 0);

describe('random changes', () => {
  it('change something or are refused with a known code', () => {
    expect(scores.faults).toEqual([]);
    expect(sum('tried')).toBeGreaterThanOrEqual(CHANGES);
    // Many do succeed, of most kinds: otherwise they would prove little.
    expect(sum('changed')).toBeGreaterThan(CHANGES * 0.15);
    expect([...scores.byName.values()].filter(({ changed }) => changed > 0).length).toBeGreaterThan(25);
  });

  it('leave nothing behind where they are refused', () => {
    expect(scores.traces).toEqual([]);
  });

  it('do not tell what is out of sight from what does not exist', () => {
    expect(scores.tellingApart).toEqual([]);
  });

  it('leave figures that are exact and changes that are all told', async () => {
    expect(await recounted(api.database.url)).toEqual([]);
    expect(await unpaired(api.database.url)).toEqual([]);
  });
});
