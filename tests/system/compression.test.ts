import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { HOME_PAGE } from '../support/home-page.ts';

let api: Api;
let address: string;
let token: string;
beforeAll(async () => {
  api = await testApi('demo');
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  token = await api.token(VIEWERS['regional-officer']);
});

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
}

/** Asks without the wishes for compression that `fetch` has of its own, and leaves the answer as it came. */
function ask(query: string, acceptEncoding?: string, more: object = {}): Promise<Received> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    ...(acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }),
  };
  return new Promise((done, failed) => {
    const asked = request(`${address}/graphql`, { method: 'POST', headers, ...more }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        done({ headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    asked.on('error', failed).end(JSON.stringify({ query, variables: { region: 'MA-03' } }));
  });
}

const SMALL = '{ nation { code } }';

describe('the home page of a region', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('is less than 20 kB on the wire by %s, and the same page', async (coding, expand) => {
    const [plain, small] = await Promise.all([ask(HOME_PAGE), ask(HOME_PAGE, coding)]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.bytes.length).toBeGreaterThan(130_000);
    expect(small.headers['content-encoding']).toBe(coding);
    expect(small.headers['content-type']).toBe(plain.headers['content-type']);
    expect(Number(small.headers['content-length'])).toBe(small.bytes.length);
    expect(small.bytes.length).toBeLessThan(20_000);
    expect(expand(small.bytes).equals(plain.bytes)).toBe(true);
    for (const { headers } of [plain, small]) expect(headers['vary']).toBe('Origin, Accept-Encoding');
  });

  it('is the same page to many who ask at once, in each coding and in none', async () => {
    const { bytes } = await ask(HOME_PAGE);
    const codings = Array.from({ length: 30 }, (_, index) => ['br', 'gzip', undefined][index % 3]);
    const all = await Promise.all(codings.map((coding) => ask(HOME_PAGE, coding)));
    for (const { headers, bytes: own } of all) {
      const coding = headers['content-encoding'];
      const text = coding === 'br' ? brotliDecompressSync(own) : coding === 'gzip' ? gunzipSync(own) : own;
      expect(text.equals(bytes)).toBe(true);
    }
  });

  it('is read by fetch, which asks for compression by itself', async () => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: HOME_PAGE, variables: { region: 'MA-03' } }),
    });
    expect(response.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(await response.json()).toHaveProperty('data.region.bodies.totalCount');
  });
});

describe('an answer', () => {
  const query = '{ regions { code name { ar fr en } provinces { code name { ar fr en } } } }';

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, br;q=0.9', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['GZIP', 'gzip'],
    ['gzip, identity;q=0', 'gzip'],
    ['identity', undefined],
    ['gzip;q=0.5, identity', undefined],
    ['gzip;q=0, br;q=0', undefined],
    ['deflate, zstd', undefined],
    ['', undefined],
    ['nonsense;;q=x', undefined],
  ])('is sent as the client prefers: %s', async (accepted, coding) => {
    const { headers } = await ask(query, accepted);
    expect(headers['content-encoding']).toBe(coding);
  });

  it('is sent as it is where it is small', async () => {
    const { headers, bytes } = await ask(SMALL, 'br, gzip');
    expect(headers['content-encoding']).toBeUndefined();
    expect(bytes.toString()).toBe('{"data":{"nation":{"code":"MA"}}}');
  });

  it('is compressed where the general server answers, too', async () => {
    const { headers } = await ask('{ __schema { types { name description } } }', 'gzip');
    expect(headers['content-encoding']).toBe('gzip');
  });
});
