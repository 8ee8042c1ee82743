import { beforeAll, describe, expect, it } from 'vitest';
import { schemaOf } from '../../src/schema.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { someRows } from '../support/canaries.ts';
import { QueryBuilder, type Vocabulary } from '../support/random-query.ts';
import { wordsOf } from '../support/vocabulary.ts';

const QUERIES = 600;
const SEED = 12;
const STATEMENT_PRICE = 100;

let api: Api;
let vocabulary: Vocabulary;
beforeAll(async () => {
  api = await testApi('demo');
  vocabulary = await wordsOf(api, await someRows(api.database.url));
});

/** How many plain values and objects an answer holds. */
function valuesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + valuesIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + valuesIn(item), 0);
}

interface Reported {
  readonly data?: unknown;
  readonly extensions?: { cost: { requested: number } };
}

describe('what a random question is priced at', () => {
  it.each([
    { name: 'the centre', who: VIEWERS['central-officer'] },
    { name: 'a regional officer', who: VIEWERS['regional-officer'] },
  ])('covers the values and the statements of its answer, for $name', { timeout: 300_000 }, async ({ who }) => {
    const builder = new QueryBuilder(await schemaOf(), vocabulary, SEED);
    const headers = { authorization: `Bearer ${await api.token(who)}`, 'x-hiraf-cost': 'true' };
    let answered = 0;
    for (let index = 0; index < QUERIES; index += 1) {
      const query = builder.next();
      api.statements();
      const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
      const { data, extensions } = response.json<Reported>();
      if (extensions === undefined) continue;
      const statements = api.statements().length;
      const { requested } = extensions.cost;
      // A field of an object is one value; an object in the middle is one as well, for its own field was counted.
      expect(valuesIn(data), query).toBeLessThanOrEqual(requested);
      expect(statements * STATEMENT_PRICE, query).toBeLessThanOrEqual(requested);
      answered += 1;
    }
    expect(answered).toBeGreaterThan(QUERIES * 0.6);
  });
});
