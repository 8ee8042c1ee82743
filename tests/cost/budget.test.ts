import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';

const POINTS = 'anonymous=500,analyst=1000,regional-viewer=3000,tenant=30000,all-anonymous=30000';
// 13 and 131 points.
const SMALL = '{ regions { code } }';
const LARGER = '{ regions { code id hcpCode population name { ar fr en } institutions { id } } }';

// 13 points for each of 75 provinces.
const SAMPLE = 'regions { provinces { code id hcpCode name { ar fr en } region { code id name { ar } } } }';

interface Told {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
    readonly extensions?: { cost: { budget: { left: number; perMinute: number; resetAt: string } } };
  };
}

interface Sent {
  readonly address?: string;
  readonly headers?: Record<string, string>;
}

async function send(api: Api, who: Who | null, query: string, { address = '10.0.0.1', headers = {} }: Sent = {}) {
  const authorization = who === null ? {} : { authorization: `Bearer ${await api.token(who)}` };
  const response = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: address,
    headers: { ...authorization, ...headers },
    payload: { query },
  });
  const told: Told = { status: response.statusCode, headers: response.headers, body: response.json() };
  return told;
}

/** Sends until it is refused; answers how often it was not, and the refusal. */
async function spend(
  api: Api,
  who: Who | null,
  query: string,
  sent: Sent = {},
): Promise<{ passed: number; told: Told }> {
  for (let passed = 0; passed < 200; passed += 1) {
    const told = await send(api, who, query, sent);
    if (told.status !== 200) return { passed, told };
  }
  throw new Error('It was never refused.');
}

describe('a budget of points a minute', () => {
  let api: Api;
  beforeAll(async () => {
    api = await testApi('empty', { POINTS_PER_MINUTE: POINTS });
  });

  it('that is spent is answered with 429, and with the time after which to try again', async () => {
    const { passed, told } = await spend(api, { ...VIEWERS.analyst, subject: 'one' }, LARGER);
    // A document that is new costs its letters as well, twice: the second time it is kept.
    expect(passed).toBeGreaterThan(4);
    expect(passed).toBeLessThan(8);
    expect(told.status).toBe(429);
    const wait = Number(told.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(told.body.data).toBeUndefined();
    expect(told.body.errors?.[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryable: true,
      retryAfter: wait,
      reasons: [{ code: 'BUDGET_EXHAUSTED' }],
    });
    expect(told.body.errors?.[0]?.message).toContain('1000');
  });

  it('that does not suffice for one operation still serves a smaller one, and nothing is taken by the refusal', async () => {
    const who = { ...VIEWERS.analyst, subject: 'two' };
    await spend(api, who, LARGER);
    const { status } = await send(api, who, SMALL);
    expect(status).toBe(200);
  });

  it.each([
    ['dry runs', { 'x-hiraf-cost': 'dry-run' }, () => LARGER],
    ['new documents that cost more than is left', {}, (turn: number) => `{ a${String(turn)}: ${SAMPLE} }`],
  ])('is spent by %s as well, for reading them is work', async (what, headers, query) => {
    const who = { ...VIEWERS.analyst, subject: what.replaceAll(' ', '-') };
    const statuses: number[] = [];
    for (let turn = 0; turn < 100 && statuses.at(-1) !== 429; turn += 1) {
      statuses.push((await send(api, who, query(turn), { headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
    // What is left is nothing at all: no small operation is served either.
    for (let turn = 0; turn < 60; turn += 1) await send(api, who, query(1000 + turn), { headers });
    expect((await send(api, who, SMALL)).status).toBe(429);
  });

  it('is each caller’s own: by subject, and without a token by address', async () => {
    await spend(api, { ...VIEWERS.analyst, subject: 'three' }, LARGER);
    expect((await send(api, { ...VIEWERS.analyst, subject: 'four' }, LARGER)).status).toBe(200);
    await spend(api, null, LARGER, { address: '10.0.0.7' });
    expect((await send(api, null, LARGER, { address: '10.0.0.8' })).status).toBe(200);
  });

  it('is one for a whole network of IPv6, for whoever has one address has all of it', async () => {
    await spend(api, null, LARGER, { address: '2001:db8:1:2::1' });
    expect((await send(api, null, LARGER, { address: '2001:db8:1:2:ffff::9' })).status).toBe(429);
    expect((await send(api, null, SMALL, { address: '2001:db8:1:3::1' })).status).toBe(200);
  });

  it('bounds all callers of a region together, and leaves other regions alone', async () => {
    const own = await testApi('empty', { POINTS_PER_MINUTE: 'regional-viewer=3000,tenant=4000' });
    const who = (subject: string, region: string) => ({ role: 'regional-viewer', region, subject });
    await spend(own, who('five', 'MA-05'), LARGER);
    const { passed, told } = await spend(own, who('six', 'MA-05'), LARGER);
    expect(passed).toBeLessThan(10);
    expect(JSON.stringify(told.body)).toMatch(
      /GROUP_BUDGET_EXHAUSTED.*4000 points|4000 points.*GROUP_BUDGET_EXHAUSTED/,
    );
    expect((await send(own, who('seven', 'MA-06'), LARGER)).status).toBe(200);
  });

  it('is told with each answer by the headers of rate limits, and by extensions where that is asked for', async () => {
    const who = { ...VIEWERS['regional-viewer'], subject: 'eight', region: 'MA-08' };
    const query = `${SMALL} # of this test`;
    await send(api, who, query);
    await send(api, who, query);
    const { headers, body } = await send(api, who, query, { headers: { 'x-hiraf-cost': 'true' } });
    const { left, perMinute, resetAt } = body.extensions?.cost.budget ?? {};
    expect(headers['ratelimit-policy']).toBe('"caller";q=3000;w=60');
    expect(headers['ratelimit']).toBe(`"caller";r=${String(left)};t=60`);
    // Three times thirteen, and twice the letters of the document and five for each field, until it is known.
    expect([left, perMinute]).toEqual([3000 - 3 * 13 - 2 * (query.length + 5 * 2), 3000]);
    expect(Date.parse(resetAt ?? '') - Date.now()).toBeLessThanOrEqual(60_000);
  });

  it('pays for long variables, for requests of another form, and for documents that are read each time', async () => {
    const own = await testApi('empty', { POINTS_PER_MINUTE: 'tenant=30000000' });
    const spentBy = async (subject: string, payload: object) => {
      const authorization = `Bearer ${await own.token({ ...VIEWERS['central-service'], subject })}`;
      for (const each of [payload, payload, { query: SMALL, extensions: { cost: true } }]) {
        const sent = { method: 'POST', url: '/graphql', headers: { authorization }, payload: each } as const;
        const { extensions } = (await own.app.inject(sent)).json<Told['body']>();
        if (extensions !== undefined) return extensions.cost.budget.perMinute - extensions.cost.budget.left;
      }
      return NaN;
    };
    const query = 'query($a: [ID!]!) { nodes(ids: $a) { id } }';
    const spent = await spentBy('variables', { query, variables: { a: ['x'.repeat(50_000)] } });
    expect(spent).toBeGreaterThan(2 * 46_000);
    expect(await spentBy('form', { query: SMALL, operationName: 5 })).toBeGreaterThan(2000);
    // Each combination of conditions has a plan of its own.
    const conditional = `query($a: Boolean!) { nation { ${'code '.repeat(20)} ... @include(if: $a) { name { ar } } } }`;
    expect(await spentBy('plans', { query: conditional, variables: { a: true } })).toBeGreaterThan(
      2 * (conditional.length + 5 * 3),
    );
    // Too long to be kept.
    const long = `{ nation { code } } # ${'x'.repeat(90_000)}`;
    expect(await spentBy('long', { query: long })).toBeGreaterThan(2 * 170_000);
  });

  it('of all together is spent by reading what is refused as well', async () => {
    const own = await testApi('empty', { POINTS_PER_MINUTE: 'all-anonymous=2000' });
    const statuses: number[] = [];
    for (let index = 1; index <= 12; index += 1) {
      const query = `{ nothing_that_is_there # ${'x'.repeat(200)} \n }`;
      statuses.push((await send(own, null, query, { address: `10.0.1.${String(index)}` })).status);
    }
    expect(statuses.at(0)).toBe(200);
    expect(statuses.at(-1)).toBe(429);
  });

  it('pays for reading what is refused', async () => {
    const { passed, told } = await spend(api, null, `{ nothing_that_is_there # ${'x'.repeat(200)} \n }`, {
      address: '10.0.0.9',
      headers: { accept: 'application/json' },
    });
    expect(told.status).toBe(429);
    expect(passed).toBeLessThan(5);
  });

  it('is refused before the body is read, once nothing is left at all', async () => {
    const address = '10.0.0.10';
    await spend(api, null, `{ nothing_that_is_there # ${'x'.repeat(600)} \n }`, { address });
    const told = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: address,
      payload: 'no JSON at all',
    });
    expect(told.statusCode).toBe(429);
    expect(told.json<Told['body']>().errors?.[0]?.extensions['code']).toBe('RATE_LIMITED');
  });
});

describe('budgets that several processes share', () => {
  it('are one in PostgreSQL, and each its own while it is away', { timeout: 60_000 }, async () => {
    const one = await testApi('empty', { POINTS_PER_MINUTE: POINTS, BUDGET_STORE: 'postgres' });
    const { url: DATABASE_URL } = one.database;
    const other = await testApi('empty', { POINTS_PER_MINUTE: POINTS, BUDGET_STORE: 'postgres', DATABASE_URL });
    const who = { ...VIEWERS.analyst, subject: 'shared' };
    // The documents are known to both, so that reading them costs nothing.
    for (const api of [one, other, one, other]) await send(api, VIEWERS.analyst, LARGER);
    const first = await spend(one, who, LARGER);
    expect(first.told.status).toBe(429);
    expect((await send(other, who, LARGER)).status).toBe(429);
    await withClient(one.database.url, (client) => client.query('alter table budget rename to budget_gone'));
    expect((await send(other, who, LARGER)).status).toBe(200);
    await withClient(one.database.url, (client) => client.query('alter table budget_gone rename to budget'));
    expect((await send(other, who, LARGER)).status).toBe(429);
  });
});
