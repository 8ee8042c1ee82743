import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { openBrowser } from '../support/browser.ts';
import { whenDone } from '../support/closing.ts';

/** A front-end on another origin: an empty page, whose scripts are those of the test. */
async function frontEnd(): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:," />');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  whenDone(() => server.close());
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

let api: Api;
let address: string;
let listed: string;
let unlisted: string;
beforeAll(async () => {
  [listed, unlisted] = await Promise.all([frontEnd(), frontEnd()]);
  api = await testApi('empty', { CORS_ORIGINS: `https://portail.example.ma, ${listed}` });
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});

const BODY = JSON.stringify({ query: '{ nation { code } }' });
const WANTED = 'accept-language,authorization,content-type,x-hiraf-cost,x-request-id';

function preflight(origin: string, path = '/graphql', method = 'POST') {
  const wishes = { 'access-control-request-method': method, 'access-control-request-headers': WANTED };
  return fetch(`${address}${path}`, { method: 'OPTIONS', headers: { origin, ...wishes } });
}

const namesIn = (headers: Headers): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));
const listIn = (text: string | null): string[] => (text ?? '').toLowerCase().split(/,\s*/).toSorted();

describe('a page of a listed origin', () => {
  it.each(['/graphql', '/schema.graphql', '/health/ready'])('gets leave to call %s before it does', async (path) => {
    for (const origin of [listed, 'https://portail.example.ma']) {
      const { status, headers } = await preflight(origin, path);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect(listIn(headers.get('access-control-allow-methods'))).toEqual(['get', 'post']);
      expect(listIn(headers.get('access-control-allow-headers'))).toEqual(expect.arrayContaining(WANTED.split(',')));
      expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(600);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(listIn(headers.get('vary'))).toContain('origin');
    }
  });

  it.each<[string, string, RequestInit, number]>([
    ['an answer', '/graphql', {}, 200],
    ['a wrong token', '/graphql', { headers: { authorization: 'Bearer x' } }, 401],
    ['a body that is too large', '/graphql', { body: 'x'.repeat(200_000) }, 413],
    ['a wrong type', '/graphql', { headers: { 'content-type': 'text/csv' } }, 415],
    ['a compressed body', '/graphql', { headers: { 'content-encoding': 'gzip' } }, 415],
    ['broken JSON', '/graphql', { body: '{' }, 400],
    ['a wrong method', '/graphql', { method: 'PUT' }, 405],
    ['a wrong address', '/nowhere', {}, 404],
  ])('may read the answer to %s, and the headers that tell what to do next', async (_what, path, init, status) => {
    const headers = { 'content-type': 'application/json', origin: listed, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${address}${path}`, { method: 'POST', body: BODY, ...init, headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, listed]);
    expect(listIn(response.headers.get('access-control-expose-headers'))).toEqual(
      expect.arrayContaining(['ratelimit', 'ratelimit-policy', 'retry-after', 'x-hiraf-cost', 'x-request-id']),
    );
    expect(listIn(response.headers.get('vary'))).toContain('origin');
  });
});

describe('a page of any other origin', () => {
  const others = () => [unlisted, 'null', 'https://portail.example.ma.evil.example', 'https://PORTAIL.example.ma', '*'];

  it('is refused before it calls, with no header that a browser could take for leave', async () => {
    for (const origin of others()) {
      const response = await preflight(origin);
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect([response.status, errors[0]?.extensions.code]).toEqual([403, 'ORIGIN_NOT_ALLOWED']);
      expect(namesIn(response.headers)).toEqual([]);
      expect(listIn(response.headers.get('vary'))).toContain('origin');
    }
  });

  it('gets no such header with an answer either, nor does anybody without an origin', async () => {
    for (const origin of [...others(), undefined]) {
      const headers = { 'content-type': 'application/json', ...(origin === undefined ? {} : { origin }) };
      const response = await fetch(`${address}/graphql`, { method: 'POST', headers, body: BODY });
      expect(response.status).toBe(200);
      expect(namesIn(response.headers)).toEqual([]);
      expect(listIn(response.headers.get('vary'))).toContain('origin');
    }
  });
});

describe('where no origin is listed', () => {
  it('gives leave to none, and answers programs as ever', async () => {
    const { app } = await testApi('empty', { NODE_ENV: 'production', JWKS_URL: 'https://127.0.0.1:9/keys' });
    const headers = { origin: 'https://portail.example.ma', 'access-control-request-method': 'POST' };
    const refused = await app.inject({ method: 'OPTIONS', url: '/graphql', headers });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'ORIGIN_NOT_ALLOWED' } }] });
    const answered = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: JSON.parse(BODY) as object,
    });
    expect(answered.json()).toEqual({ data: { nation: { code: 'MA' } } });
    for (const response of [refused, answered]) {
      expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });
});

interface Seen {
  readonly status: number;
  readonly id: string | null;
  readonly text: string;
}

/** Asks from within a page, as a front-end would; an error of the browser is told by its name. */
const askFrom = (page: Page, authorization: string): Promise<Seen | string> =>
  page.evaluate(
    async ({ url, init }) => {
      try {
        const response = await fetch(url, init);
        return { status: response.status, id: response.headers.get('x-request-id'), text: await response.text() };
      } catch (error) {
        return String(error);
      }
    },
    {
      url: `${address}/graphql`,
      init: {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': 'ar', authorization },
        body: '{"query":"{ viewer { role } }"}',
      },
    },
  );

describe('in a browser', () => {
  it('a listed origin asks with a token and reads errors, and an unlisted one does neither', async () => {
    const browser = await openBrowser();
    whenDone(() => browser.close());
    const page = await browser.newPage();
    const token = `Bearer ${await api.token(VIEWERS['regional-officer'])}`;
    await page.goto(listed);
    const answer = await askFrom(page, token);
    expect(answer).toMatchObject({ status: 200, id: expect.stringMatching(/^[\w-]{36}$/) as string });
    expect((answer as Seen).text).toContain('REGIONAL_OFFICER');
    expect(await askFrom(page, 'Bearer nonsense')).toMatchObject({
      status: 401,
      text: expect.stringContaining('UNAUTHENTICATED') as string,
    });
    await page.goto(unlisted);
    expect(await askFrom(page, token)).toContain('TypeError');
    expect(await askFrom(page, 'Bearer nonsense')).toContain('TypeError');
  });
});
