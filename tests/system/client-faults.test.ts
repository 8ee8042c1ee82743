import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
let authorization: string;
beforeAll(async () => {
  api = await testApi('empty');
  authorization = `Bearer ${await api.token(VIEWERS['central-officer'])}`;
});

interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string;
}

interface Told {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

const RESPONSE_TYPE = 'application/graphql-response+json';
const METHODS = ['POST', 'GET'] as const;

async function send(method: (typeof METHODS)[number], asked: Asked, accept = RESPONSE_TYPE): Promise<Told> {
  const headers = { authorization, accept };
  const texts = Object.entries(asked).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const query = new URLSearchParams(texts as [string, string][]).toString();
  const response =
    method === 'POST'
      ? await api.app.inject({ method, url: '/graphql', headers, payload: asked })
      : await api.app.inject({ method, url: `/graphql?${query}`, headers });
  return { status: response.statusCode, ...response.json<Omit<Told, 'status'>>() };
}

const faults: Record<string, [Asked, string]> = {
  'an operation that is not there': [
    { query: 'query A { nation { code } }', operationName: 'B' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'no operation of several': [
    { query: 'query A { nation { code } } query B { nation { id } }' },
    'OPERATION_RESOLUTION_FAILURE',
  ],
  'no operation at all': [{ query: 'fragment F on Nation { code }' }, 'GRAPHQL_VALIDATION_FAILED'],
  'null for a condition that has a default': [
    { query: 'query ($s: Boolean = true) { nation { code @include(if: $s) id } }', variables: { s: null } },
    'BAD_USER_INPUT',
  ],
  'null for the condition of a fragment': [
    { query: 'query ($s: Boolean = true) { nation { id ... @skip(if: $s) { code } } }', variables: { s: null } },
    'BAD_USER_INPUT',
  ],
  'null among ids': [
    { query: 'query ($s: ID = "x") { nodes(ids: [$s]) { id } }', variables: { s: null } },
    'BAD_USER_INPUT',
  ],
  'null for a member of an input': [
    {
      query:
        'query ($c: BodyClassCode = "VEHICLE_REPAIR") { readinessSimulation(input: { level: PROVINCIAL, bodyClass: $c }) { readyNow } }',
      variables: { c: null },
    },
    'BAD_USER_INPUT',
  ],
  'a variable that is missing': [{ query: 'query ($c: TerritoryCode!) { region(code: $c) { id } }' }, 'BAD_USER_INPUT'],
  'a variable of another type': [
    { query: 'query ($n: Int!) { bodies(first: $n) { nodes { id } } }', variables: { n: 'ten' } },
    'BAD_USER_INPUT',
  ],
  'a document that cannot be read': [{ query: '{ nation { ' }, 'GRAPHQL_PARSE_FAILED'],
  'a field that is not there': [{ query: '{ nation { colour } }' }, 'GRAPHQL_VALIDATION_FAILED'],
  'more than may be asked': [
    { query: `{ ${Array.from({ length: 31 }, (_, i) => `a${String(i)}: nation { id }`).join(' ')} }` },
    'OPERATION_TOO_COSTLY',
  ],
};

describe('a fault of the client is told as the client’s', () => {
  const cases = Object.entries(faults).flatMap(([what, [asked, code]]) =>
    METHODS.map((method) => ({ what, method, asked, code })),
  );

  it.each(cases)('by $method: $what', async ({ method, asked, code }) => {
    const { status, data, errors = [] } = await send(method, asked);
    expect([status, errors.map(({ extensions }) => extensions['code'])]).toEqual([400, [code]]);
    expect(data).toBeUndefined();
    // An older client takes anything but 200 for an answer of something on the way.
    expect((await send(method, asked, 'application/json')).status).toBe(200);
  });

  it('with one error, however many there are', async () => {
    const directives = Array.from({ length: 10 }, (_, index) => `@unknown${String(index)}`).join(' ');
    for (const method of METHODS) {
      const { errors } = await send(method, { query: `{ nation ${directives} { code nothing } }` });
      expect(errors).toHaveLength(1);
    }
  });

  it('and a change by GET with the method that it needs', async () => {
    const query =
      'mutation { withdrawMembers(input: { bodyId: "x", artisanIds: [], expectedVersion: 1 }) { replayed } }';
    const response = await api.app.inject({
      url: `/graphql?query=${encodeURIComponent(query)}`,
      headers: { authorization, accept: RESPONSE_TYPE },
    });
    expect([response.statusCode, response.headers['allow']]).toEqual([405, 'POST']);
    expect(api.statements()).toEqual([]);
  });

  it('while a default stands in for a variable that is left out', async () => {
    for (const method of METHODS) {
      const include = 'query ($s: Boolean = true) { nation { id code @include(if: $s) } }';
      expect(await send(method, { query: include, variables: {} })).toMatchObject({ data: { nation: { code: 'MA' } } });
      const page = 'query ($n: Int) { bodies(first: $n) { nodes { id } } }';
      expect(await send(method, { query: page })).toMatchObject({ data: { bodies: { nodes: [] } } });
    }
  });
});

describe('a client that names the newer media type first', () => {
  it.each([
    'application/graphql-response+json, application/json;q=0.9',
    'application/graphql-response+json;charset=utf-8, application/json;charset=utf-8',
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
  ])('is answered in it: %s', async (accept) => {
    const headers = { authorization, accept };
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query: '{ nation { id } }' },
    });
    expect(response.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
  });

  it('is answered in the older one where it prefers that', async () => {
    const headers = { authorization, accept: 'application/graphql-response+json;q=0.5, application/json' };
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query: '{ nation { id } }' },
    });
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  });
});
