import 'reflect-metadata';
import { auditServer } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS } from '../support/api.ts';

const api = await testApi('empty');
const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
const VIEWER = VIEWERS['central-service'];
const JSON_TYPE = { 'content-type': 'application/json' };

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly errors: readonly { message: string; extensions: { code: string; requestId?: string } }[];
}

async function send(path: string, init: RequestInit = {}): Promise<Told> {
  const response = await fetch(`${address}${path}`, { ...init, signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  const { errors = [] } = (text === '' ? {} : JSON.parse(text)) as Partial<Told>;
  return { status: response.status, headers: response.headers, text, errors };
}

const post = (body: string, headers: Record<string, string> = {}) =>
  send('/graphql', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });

describe('the specification of GraphQL over HTTP', () => {
  it('is met to the letter, recommendations included, for a viewer who signed in', async () => {
    const authorization = `Bearer ${await api.token(VIEWER)}`;
    const results = await auditServer({
      url: `${address}/graphql`,
      fetchFn: (url: string, init: RequestInit = {}) =>
        fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } }),
    });
    const failed = results.filter(({ status }) => status !== 'ok');
    expect(failed.map((result) => [result.id, result.name, 'reason' in result ? result.reason : ''])).toEqual([]);
    expect(results).toHaveLength(61);
  });
});

describe('who asks without a token', () => {
  it('reads the reference data', async () => {
    const query = `{ nation { name { ar } } regions { code } province(code: "MA-FES") { name { fr } }
      professions { sectors { professions { code } } } rules { code } bodyClasses { code } waves { number } }`;
    const { data, errors } = await api.ask<{ nation: object; regions: unknown[] }>(null, query);
    expect(errors).toBeUndefined();
    expect(data.nation).toEqual({ name: { ar: expect.stringMatching(/\p{Script=Arabic}/u) as string } });
    expect(data.regions).toHaveLength(12);
  });

  it.each([
    ['outright', '{ __schema { queryType { name } } }'],
    ['of one type', '{ __type(name: "Artisan") { fields { name } } }'],
    ['under another name', '{ typename: __schema { types { name } } }'],
    ['through a fragment', '{ ...F } fragment F on Query { nested: __type(name: "Artisan") { name } }'],
    ['through an inline fragment', '{ ... on Query { ... { __schema { types { name } } } } }'],
    ['beside a name of a type', '{ __typename nation { id } s: __schema { types { name } } }'],
    ['behind a directive', '{ nation { id } __schema @skip(if: false) { types { name } } }'],
    ['in one of two operations', 'query A { nation { id } } query B { __schema { types { name } } }', 'B'],
  ])('is not told the schema, asked %s', async (_how, query, operationName?: string) => {
    const { text, errors } = await post(JSON.stringify({ query, operationName }));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTROSPECTION_DISABLED']);
    expect(JSON.parse(text)).not.toHaveProperty('data.__schema');
    expect(text).not.toMatch(/"(types|fields|queryType)"/);
  });

  it.each([
    '{ artisan { name } }',
    '{ natio { name { ar } } }',
    '{ nation { nam { ar } } }',
    '{ regions(cod: "x") { code } }',
    '{ artisans(filter: { kin: ARTISAN }) { totalCount } }',
    '{ artisans(filter: { kinds: [ARTISANN] }) { totalCount } }',
    '{ ... on Artisa { id } }',
    'query ($x: ArtisanFilte) { artisans(filter: $x) { totalCount } }',
    '{ nation @skipp(if: true) { id } }',
    '{ nation { ...Nam } } fragment Name on Nation { id }',
  ])('is given no suggestion of a name: %s', async (query) => {
    const { errors, text } = await post(JSON.stringify({ query }));
    expect(errors.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/did you mean|perhaps/i);
    expect(text).not.toMatch(/stacktrace|node_modules|\.ts:\d/);
  });

  it('is given no suggestion for values of variables either', async () => {
    const query = 'query ($f: ArtisanFilter) { artisans(filter: $f) { totalCount } }';
    for (const f of [{ kin: 'ARTISAN' }, { kind: 'ARTISANN' }, { registerState: 'registered' }]) {
      const { errors, text } = await post(JSON.stringify({ query, variables: { f } }));
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(text).not.toMatch(/did you mean|MASTER|COOPERATIVE/i);
    }
  });
});

describe('a request that is not right', () => {
  const query = '{ nation { id } }';

  it.each<[string, () => Promise<Told>, number, string]>([
    ['to nowhere', () => send('/nowhere'), 404, 'NOT_FOUND'],
    [
      'to nowhere, with a body',
      () => send('/admin', { method: 'POST', headers: JSON_TYPE, body: '{}' }),
      404,
      'NOT_FOUND',
    ],
    ['by a wrong method', () => send('/graphql', { method: 'PUT' }), 405, 'METHOD_NOT_ALLOWED'],
    ['by DELETE', () => send('/graphql', { method: 'DELETE' }), 405, 'METHOD_NOT_ALLOWED'],
    ['with broken JSON', () => post('{"query": "{ nation'), 400, 'BAD_REQUEST'],
    ['with nothing', () => post(''), 400, 'BAD_REQUEST'],
    ['with a list', () => post(JSON.stringify([{ query }])), 400, 'BAD_REQUEST'],
    ['that would poison a prototype', () => post('{"query": "{a}", "__proto__": {"x": 1}}'), 400, 'BAD_REQUEST'],
    ['with a query that is no text', () => post('{"query": 7}'), 400, 'BAD_REQUEST'],
    ['with variables that are no object', () => post(JSON.stringify({ query, variables: 'x' })), 400, 'BAD_REQUEST'],
    ['as XML', () => post('<a/>', { 'content-type': 'application/xml' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'as a form',
      () => post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'as plain text',
      () => post(JSON.stringify({ query }), { 'content-type': 'text/plain' }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['for a page', () => post(JSON.stringify({ query }), { accept: 'text/html' }), 406, 'BAD_REQUEST'],
    ['by GET from another site', () => send(`/graphql?query=${encodeURIComponent(query)}`), 400, 'BAD_REQUEST'],
    ['of more than 100 kB', () => post(JSON.stringify({ query: query.padEnd(100_001) })), 413, 'PAYLOAD_TOO_LARGE'],
  ])('is told so: %s', async (_what, ask, status, code) => {
    const told = await ask();
    expect([told.status, told.errors[0]?.extensions.code]).toEqual([status, code]);
    expect(told.errors[0]?.message).toMatch(/\w/);
    expect(told.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(told.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect(told.text).not.toMatch(/stack|node_modules|\.[jt]s:\d/);
    expect(told.headers.get('x-content-type-options')).toBe('nosniff');
    if (status === 405) expect(told.headers.get('allow')).toBe('GET, POST');
  });

  it('does not stop the next one', async () => {
    await post('{');
    expect((await api.ask(null, query)).data).toEqual({ nation: { id: expect.any(String) as string } });
  });

  it('keeps a plain request id and replaces any other', async () => {
    const idFor = async (id: string) => (await post('{}', { 'x-request-id': id })).headers.get('x-request-id');
    expect(await idFor('trace-42.a')).toBe('trace-42.a');
    for (const id of ['"quoted" {json}', 'x'.repeat(65), '<b>']) expect(await idFor(id)).toMatch(/^[\w-]{36}$/);
  });

  it('answers 400 to clients that know the newer media type, and 200 to others', async () => {
    const wrong = JSON.stringify({ query: '{ nothing }' });
    expect((await post(wrong)).status).toBe(200);
    expect((await post(wrong, { accept: 'application/graphql-response+json' })).status).toBe(400);
  });
});

describe('every answer of the API', () => {
  it.each([
    ['with data', () => post('{"query":"{ nation { id } }"}')],
    ['by GET', () => send(`/graphql?query=${encodeURIComponent('{ nation { id } }')}`, { headers: JSON_TYPE })],
    ['to a wrong token', () => post('{}', { authorization: 'Bearer x' })],
    ['of its health', () => send('/health/live')],
  ])('is taken for what it says it is, and nothing else: %s', async (_what, ask) => {
    expect((await ask()).headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a fault', () => {
  it('is told by a constant message and a request id, and the cause stays inside', async () => {
    const { url } = api.database;
    await withClient(url, (client) => client.query('alter table artisan rename to artisan_gone'));
    try {
      const authorization = `Bearer ${await api.token(VIEWER)}`;
      const query = '{ artisans { nodes { id } } nation { id } }';
      const told = await post(JSON.stringify({ query }), { authorization, 'x-request-id': 'fault-1' });
      expect(told.errors).toHaveLength(1);
      expect(told.errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'fault-1' });
      expect(told.errors[0]?.message).toBe('Something went wrong on our side. Tell the operator the request id.');
      expect(told.text).not.toMatch(/relation|select|42P01|artisan_gone|pg-|\.ts/);
    } finally {
      await withClient(url, (client) => client.query('alter table artisan_gone rename to artisan'));
    }
    const { errors } = await api.ask(VIEWER, '{ artisans { nodes { id } } }');
    expect(errors).toBeUndefined();
  });
});
