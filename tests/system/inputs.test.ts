import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Answer, type Api } from '../support/api.ts';
import { refusals, type UserError } from '../support/commands.ts';
import { LEAVES, sent, waysFor, type Leaf, type Way } from '../support/inputs.ts';

let api: Api;
let headers: Record<string, string>;
beforeAll(async () => {
  api = await testApi('demo');
  const authorization = `Bearer ${await api.token(VIEWERS['central-officer'])}`;
  headers = { authorization, 'content-type': 'application/json', 'apollo-require-preflight': 'true' };
});

const of = (...scalars: string[]): Leaf[] => LEAVES.filter(({ scalar }) => scalars.includes(scalar));

async function answerTo(leaf: Leaf, given: string, way: Way): Promise<Answer> {
  const response = await api.app.inject({ ...sent(leaf, given, way), headers });
  return response.json<Answer>();
}

/** Why a value was refused: by the payload of a mutation, by an error of a query. */
function whyOf({ parent, field }: Leaf, answer: Answer): string[] {
  if (parent !== 'Mutation') return refusals(answer);
  const payload = answer.data[field] as { userErrors: readonly UserError[] } | null;
  return refusals({ userErrors: payload?.userErrors ?? [], errors: answer.errors });
}

/** Gives each leaf a value in every way, and lists where the refusal is another one than is due. */
async function wrongly(leaves: readonly Leaf[], given: string, reason: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const leaf of leaves) {
    for (const way of waysFor(leaf)) {
      // No document of GraphQL holds half of a character.
      if (way.startsWith('literal') && given.includes('\\ud800')) continue;
      const why = whyOf(leaf, await answerTo(leaf, given, way));
      const due = `${leaf.parent === 'Mutation' ? '' : 'BAD_USER_INPUT '}${leaf.path}: ${reason}`;
      if (why.join() !== due) wrong.push(`${way}: ${leaf.parent}.${leaf.field} ${leaf.path}: ${why.join()}`);
    }
  }
  return wrong;
}

describe('a text of any argument', { timeout: 120_000 }, () => {
  it.each([
    ['a control of direction', '"a\\u202eb"'],
    ['a zero-width space', '"\\u200b"'],
    ['half of a character', '"a\\ud800"'],
    ['NUL', '"\\u0000"'],
  ])('is refused with %s, under its path', async (_what, given) => {
    const leaves = of('String', 'ID', 'TerritoryCode', 'ProfessionCode', 'BodyClassCode');
    expect(leaves.length).toBeGreaterThan(250);
    expect(await wrongly(leaves, given, 'HIDDEN_CHARACTER')).toEqual([]);
  });

  it('is refused in the language that the client reads, with the characters by their numbers', async () => {
    const query = 'mutation ($i: PlanCampaignInput!) { planCampaign(input: $i) { userErrors { code path message } } }';
    const ordinary = { territory: 'MA', wave: 1, plannedFrom: '2026-01-05', plannedTo: '2026-01-06' };
    const i = { ...ordinary, idempotencyKey: 'inputs-0001', nameAr: 'a\u202e\u2066', nameFr: '\u200b' };
    const payload = { query, variables: { i } };
    for (const [language, says] of Object.entries({ ar: 'لا تُرى', fr: 'invisibles', en: 'cannot be seen' })) {
      const sending = { ...headers, 'accept-language': language };
      const response = await api.app.inject({ method: 'POST', url: '/graphql', headers: sending, payload });
      const { userErrors } = response.json<Answer<{ planCampaign: { userErrors: UserError[] } }>>().data.planCampaign;
      expect(userErrors).toMatchObject([
        { path: 'input.nameAr', message: expect.stringContaining('U+202E, U+2066') as string },
        { path: 'input.nameFr', message: expect.stringContaining('U+200B') as string },
      ]);
      for (const { message } of userErrors) expect(message).toContain(says);
    }
  });

  it('cannot hold half of a character in a document', async () => {
    for (const text of ['{ region(code: "\\ud800") { code } }', '{ region(code: "\ud800") { code } }']) {
      const { errors } = await api.ask(null, text);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['GRAPHQL_PARSE_FAILED']);
    }
  });
});

describe('a search', () => {
  const LISTS = ['artisans', 'nation { artisans', 'region(code: "MA-03") { artisans'];
  const searched = async (search: string, list: string) => {
    const query = `query ($search: String!) { ${list}(filter: { search: $search }) { totalCount } ${list.includes('{') ? '}' : ''} }`;
    return refusals(await api.ask(VIEWERS['central-officer'], query, { search }));
  };

  it.each(LISTS)('has 2 to 100 characters, blanks around it aside: %s', async (list) => {
    expect(await searched(` ${'ab'.repeat(50)} `, list)).toEqual([]);
    expect(await searched('م'.repeat(101), list)).toEqual(['BAD_USER_INPUT filter.search: TEXT_TOO_LONG']);
    expect(await searched('x'.repeat(50_000), list)).toEqual(['BAD_USER_INPUT filter.search: TEXT_TOO_LONG']);
    for (const short of ['', 'a', ' - ']) {
      expect(await searched(short, list)).toEqual(['BAD_USER_INPUT filter.search: SEARCH_TOO_SHORT']);
    }
  });
});

describe('a day of any argument', { timeout: 120_000 }, () => {
  it.each([
    ['the year 0', '"0000-01-01"', 'DAY_OUT_OF_RANGE'],
    ['a day far ahead', '"9999-12-31"', 'DAY_OUT_OF_RANGE'],
    ['a day that no month has', '"2026-02-30"', 'NOT_A_DAY'],
    ['words', '"tomorrow"', 'NOT_A_DAY'],
    ['a Hijri year', '"1404-02-30"', 'HIJRI_YEAR'],
  ])('is refused where it is %s, under its path', async (_what, given, reason) => {
    const leaves = of('LocalDate');
    expect(leaves.length).toBeGreaterThan(30);
    expect(await wrongly(leaves, given, reason)).toEqual([]);
  });
});

describe('a moment of any argument', () => {
  it.each([
    ['in the year 0', '"0000-01-01T00:00:00Z"', 'MOMENT_OUT_OF_RANGE'],
    ['past the last year', '"9999-12-31T23:59:59-12:00"', 'MOMENT_OUT_OF_RANGE'],
    ['a day', '"2026-01-05"', 'NOT_A_MOMENT'],
    ['a second that no minute has', '"2016-12-31T23:59:60Z"', 'NOT_A_MOMENT'],
  ])('is refused where it is %s, under its path', async (_what, given, reason) => {
    const leaves = of('DateTime');
    expect(leaves).toHaveLength(2);
    expect(await wrongly(leaves, given, reason)).toEqual([]);
  });
});

describe('a value of a wrong kind', () => {
  it.each([
    [
      'input.thresholds[0].value',
      'query ($input: ReadinessSimulationInput!) { readinessSimulation(input: $input) { readyNow } }',
      '1e400',
    ],
    [
      'input.thresholds[0].value',
      'query ($input: ReadinessSimulationInput!) { readinessSimulation(input: $input) { readyNow } }',
      '"1"',
    ],
    [
      'input.birthDate',
      'mutation ($input: RegisterArtisanInput!) { registerArtisan(input: $input) { replayed } }',
      '19840506',
    ],
    [
      'input.workerCount',
      'mutation ($input: RegisterArtisanInput!) { registerArtisan(input: $input) { replayed } }',
      '2147483648',
    ],
  ])('of a variable is refused under its path: %s %s %s', async (argument, query, value) => {
    const input = argument.includes('thresholds')
      ? `{ "level": "PROVINCIAL", "bodyClass": "WOOD", "thresholds": [{ "code": "x", "value": ${value} }] }`
      : JSON.stringify({
          ...{ idempotencyKey: 'inputs-0002', province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN' },
          ...{ nameAr: 'سعيد', nameLatin: 'Said', [argument.slice(6)]: '*' },
        }).replace('"*"', value);
    const payload = `{ "query": ${JSON.stringify(query)}, "variables": { "input": ${input} } }`;
    for (const extensions of ['', ', "extensions": {}']) {
      const body = payload.replace(/ }$/, `${extensions} }`);
      const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload: body });
      const { errors = [] } = response.json<Answer>();
      expect(errors.map((error) => error.extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument }]);
    }
  });
});

describe('a number of any argument', { timeout: 120_000 }, () => {
  const CLIENT = ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'];
  it.each(['1e400', '-1', '2147483648', '1.5', '9'.repeat(400)])(
    'is the client’s fault where it cannot be: %s',
    async (given) => {
      const leaves = of('Int', 'Float');
      expect(leaves.length).toBeGreaterThan(100);
      const wrong: string[] = [];
      for (const leaf of leaves) {
        for (const way of waysFor(leaf)) {
          const { errors = [] } = await answerTo(leaf, given, way);
          const codes = errors.map(({ extensions }) => String(extensions['code']));
          if (codes.some((code) => !CLIENT.includes(code))) {
            wrong.push(`${way}: ${leaf.parent}.${leaf.field} ${leaf.path}: ${codes.join()}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
