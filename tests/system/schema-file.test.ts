import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';

let api: Api;
let address: string;
beforeAll(async () => {
  api = await testApi('empty');
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});

async function get(who: Who | null, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const authorization: Record<string, string> = who === null ? {} : { authorization: `Bearer ${await api.token(who)}` };
  return fetch(`${address}/schema.graphql`, { method, headers: { ...authorization, ...headers } });
}

describe('the file of the schema', () => {
  it.each(Object.entries(VIEWERS))('is given to a viewer with a token, as it is committed: %s', async (_role, who) => {
    const response = await get(who);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/graphql; charset=utf-8');
    const text = await response.text();
    expect(text).toBe(readFileSync('schema.graphql', 'utf8'));
    expect(buildSchema(text).getQueryType()?.name).toBe('Query');
  });

  it('is not given without a token, and says how to get it', async () => {
    const response = await get(null, { 'accept-language': 'fr' });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors[0]?.message).toContain('jeton');
    expect(errors[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
      requestId: response.headers.get('x-request-id'),
    });
    const wrong = await get(null, { authorization: 'Bearer nonsense' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).not.toContain('type Query');
  });

  it('is not sent again to a client that holds it, unless that client may not have it any more', async () => {
    const etag = (await get(VIEWERS.analyst)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"\S+"$/);
    for (const held of [etag, `"other", ${etag}`, etag.replace('W/', '')]) {
      const again = await get(VIEWERS['regional-viewer'], { 'if-none-match': held });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get(VIEWERS.analyst, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(null, { 'if-none-match': etag })).status).toBe(401);
  });

  it('is compressed, and says so to caches', async () => {
    const { headers } = await get(VIEWERS.analyst, { 'accept-encoding': 'br' });
    expect(headers.get('content-encoding')).toBe('br');
    expect(Number(headers.get('content-length'))).toBeLessThan(readFileSync('schema.graphql').length / 8);
    expect(headers.get('vary')).toBe('Origin, Accept-Encoding');
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is described by HEAD, and refuses what is not a question for it', async () => {
    const head = await get(VIEWERS.analyst, {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await get(VIEWERS.analyst, {}, 'POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET']);
  });
});
