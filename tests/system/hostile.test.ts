import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';

const REFUSAL_AT_MOST = 200_000;
const ZERO_WIDTH = '\u200b';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const repeated = (count: number, of: (alias: string) => string): string =>
  Array.from({ length: count }, (_, index) => of(`a${String(index)}`)).join(' ');

async function send(who: Who | null, query: string, variables: object = {}, operationName?: string) {
  const authorization = who === null ? {} : { authorization: `Bearer ${await api.token(who)}` };
  const payload = { query, variables, operationName };
  const { statusCode, payload: text } = await api.app.inject({
    ...{ method: 'POST', url: '/graphql', headers: authorization, payload },
  });
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Record<string, { userErrors?: { code: string }[] } | undefined>;
    errors?: { message: string; extensions: { code: string; reasons?: { code: string }[] } }[];
  };
  return { statusCode, length: text.length, data, errors, codes: errors.map(({ extensions }) => extensions.code) };
}

const affiliateFor = (selection: string): string =>
  `mutation($a: [ID!]!) { ${repeated(
    19,
    (alias) =>
      `${alias}: affiliateMembers(input: { artisanIds: $a, bodyId: "Qm9keTox", expectedVersion: 1 }) ${selection}`,
  )} }`;
const AFFILIATE = affiliateFor('{ userErrors { code path message source } }');
const many = (length: number): string[] => Array.from({ length }, () => ZERO_WIDTH);
const LONG = 'x'.repeat(90_000);
const FIELD = `{ ${LONG} }`;
const ACCEPT =
  'mutation($d: LocalDate) { acceptRegistration(input: { artisanId: "x", expectedVersion: 1, effectiveOn: $d }) { userErrors { code path message } } }';

describe('a refusal is short, however much was wrong:', () => {
  it('who may change nothing is told that, and nothing of the input', async () => {
    const { errors, length } = await send(null, affiliateFor('{ replayed }'), { a: many(15_000) });
    expect(errors).toHaveLength(19);
    expect(errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', reasons: [{ code: 'NO_TOKEN' }] });
    expect(length).toBeLessThan(REFUSAL_AT_MOST);
  });

  it.each<[string, Who | null, string, object, string]>([
    ['a list of many', VIEWERS['regional-officer'], AFFILIATE, { a: many(15_000) }, 'LIST_TOO_LONG'],
    ['many lists', VIEWERS.analyst, SIMULATE(), { m: Array.from({ length: 30_000 }, () => []) }, 'LIST_TOO_LONG'],
    ['many in one list', VIEWERS.analyst, SIMULATE(), { m: [many(900)] }, 'HIDDEN_CHARACTER'],
    ['ids', null, 'query($a: [ID!]!) { nodes(ids: $a) { id } }', { a: many(900) }, 'HIDDEN_CHARACTER'],
  ])('%s', async (_what, who, query, variables, reason) => {
    const { data, errors, length } = await send(who, query, variables);
    const reasons = data?.['a0']?.userErrors ?? errors[0]?.extensions.reasons ?? [];
    expect(reasons[0]?.code).toBe(reason);
    expect(reasons.length).toBeLessThanOrEqual(21);
    if (reason === 'HIDDEN_CHARACTER') expect(reasons.at(-1)?.code).toBe('MORE_REASONS');
    expect(length).toBeLessThan(REFUSAL_AT_MOST);
  });

  it.each<[string, string, object, string | undefined]>([
    [
      'a code',
      'query($s: ProfessionCode!) { representation(by: [SEX], filter: { profession: $s }) { sex } }',
      { s: LONG },
      undefined,
    ],
    [
      'a filter',
      'query($s: BodyClassCode!) { nation { representation(bodyClass: $s) { registered { value } } } }',
      { s: LONG },
      undefined,
    ],
    ['a variable', 'query($n: Int!) { artisans(first: $n) { totalCount } }', { n: LONG }, undefined],
    ['a name of an operation', 'query A { nation { code } }', {}, LONG],
    ['a field', FIELD, {}, undefined],
    ['a day', ACCEPT, { d: LONG }, undefined],
  ])('%s is not repeated at length', async (_what, query, variables, name) => {
    const { errors, length, codes } = await send(VIEWERS.analyst, query, variables, name);
    expect(errors.length).toBeGreaterThan(0);
    // It is what is long that is wrong, and nothing else of the document but its field.
    if (query !== FIELD) expect(codes).not.toContain('GRAPHQL_VALIDATION_FAILED');
    expect(length).toBeLessThan(4000);
  });

  it('a thousand errors count as the bytes of the answer', async () => {
    const small = await testApi('demo', { ANSWER_BYTES: '100000' });
    const query = `{ regions { provinces { ${repeated(13, (alias) => `${alias}: bodies(first: 1) { totalCount }`)} } } }`;
    const { data, errors } = await small.ask(VIEWERS.analyst, query);
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COSTLY', limit: 'bytes' } }]);
  });
});

function SIMULATE(): string {
  return 'query($m: [[TerritoryCode!]!]) { readinessSimulation(input: { bodyClass: "WOOD", level: PROVINCIAL, mergedProvinces: $m }) { readyNow } }';
}

describe('what no schema has', () => {
  it.each(['subscription { x }', 'subscription S { __typename }'])('is the client’s fault: %s', async (query) => {
    for (const who of [null, VIEWERS.analyst]) {
      const { statusCode, codes, data } = await send(who, query);
      expect([statusCode, codes, data]).toEqual([200, ['GRAPHQL_VALIDATION_FAILED'], undefined]);
    }
  });
});

describe('rows of combining marks', () => {
  const marks = `${'\u0301'.repeat(400)}${'\u0323'.repeat(400)}`;
  it.each([
    ['as they are', `a${marks}`],
    ['behind tatweel', `a${'\u0301\u0301\u0301\u0640\u0323\u0323\u0323\u0640'.repeat(200)}`],
  ])('are refused without being put in order: %s', async (_what, text) => {
    const input = `{ idempotencyKey: "counter-3-0001", bodyClass: $s, territory: "MA" }`;
    const { data } = await send(
      VIEWERS['central-officer'],
      `mutation($s: BodyClassCode!) { planBody(input: ${input}) { userErrors { code path message } } }`,
      { s: text },
    );
    expect(data?.['planBody']?.userErrors).toMatchObject([{ code: 'HIDDEN_CHARACTER' }]);
  });
});
