import { beforeAll, describe, expect, it } from 'vitest';
import { Hunter } from '../../fuzz/greedy.ts';
import { SEEDS } from '../../fuzz/seeds.ts';
import { measuringBy, wordsFor } from '../../fuzz/shipped.ts';
import type { Vocabulary } from '../../fuzz/values.ts';
import { ANSWER_BYTES } from '../../src/platform/config/limits.ts';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { someRows } from '../support/canaries.ts';
import { wordsOf } from '../support/vocabulary.ts';

// `npm run fuzz -- --greedy 10000` looks longer, and takes the time of the program that is shipped.
const OPERATIONS = SEEDS.length + 8;
const SEED = 5017;

let api: Api;
let words: Vocabulary;
beforeAll(async () => {
  api = await testApi('demo');
  words = wordsFor(await wordsOf(api, await someRows(api.database.url)));
});

describe('a search for the largest answer within the ceiling', () => {
  it.each(['central-service', 'provincial-officer', 'anonymous'] as const)(
    'of %s finds none that is too large, and no fault',
    { timeout: 120_000 },
    async (role) => {
      const authorization = role === 'anonymous' ? '' : `Bearer ${await api.token(VIEWERS[role])}`;
      const headers = {
        'content-type': 'application/json',
        ...(authorization === '' ? {} : { authorization }),
      };
      const measure = measuringBy(async (payload) => {
        const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
        return { status: response.statusCode, bytes: response.rawPayload };
      });
      const hunter = new Hunter(await buildGraphqlSchema(), words, SEED);
      const { ceiling } = api.config.quotas.callers[role];
      await hunter.hunt({ role, aim: 'bytes', ceiling, seeds: SEEDS, measure }, OPERATIONS);
      expect(hunter.faults).toEqual([]);
      expect(hunter.worst.bytes.all.filter(({ bytes }) => bytes > ANSWER_BYTES)).toEqual([]);
      // What is within the ceiling is answered, unless it would be too large: otherwise the search would prove nothing.
      expect(hunter.answered.accepted).toBeGreaterThan(OPERATIONS * 0.8);
      expect(hunter.worst.bytes.all[0]?.bytes).toBeGreaterThan(ceiling);
    },
  );
});
