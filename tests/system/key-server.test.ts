import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { KeyTiming } from '../../src/platform/auth/remote-keys.ts';
import { parseConfig } from '../../src/platform/config/config.ts';
import { buildServer } from '../../src/server.ts';
import { testApi, type Api } from '../support/api.ts';

/** Often enough for a test: what takes a minute and a half takes a third of a second. */
const QUICK: KeyTiming = { every: 200, cooldown: 50, patience: 150 };
/** As seldom as never: only what is asked makes a load. */
const SELDOM: KeyTiming = { every: 60_000, cooldown: 400, patience: 1000 };

interface Signer {
  readonly jwk: object;
  readonly token: string;
  /** The same without the name of its key. */
  readonly unnamed: string;
}

let api: Api;
let keyServer: Server;
let answer: RequestListener;
let asked = 0;
let first: Signer;
let second: Signer;

async function signer(kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const signed = (header: object): Promise<string> =>
    new SignJWT({ sub: 'tester', role: 'analyst', iss: 'hiraf', aud: 'hiraf-api' })
      .setProtectedHeader({ alg: 'ES256', ...header })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'ES256' };
  return { jwk, token: await signed({ kid }), unnamed: await signed({}) };
}

const answering =
  (...signers: readonly Signer[]): RequestListener =>
  (_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: signers.map(({ jwk }) => jwk) }));
const down: RequestListener = (_request, response) => response.writeHead(503).end();

beforeAll(async () => {
  api = await testApi('empty');
  [first, second] = [await signer('first'), await signer('second')];
  keyServer = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
});

afterAll(() => keyServer.close());

/** A server that starts now, with the key server as it is. */
async function started(keyTiming: KeyTiming): Promise<FastifyInstance> {
  const { port } = keyServer.address() as AddressInfo;
  const config = parseConfig({
    DATA_DIR: api.config.dataDir,
    LOG_LEVEL: 'silent',
    DATABASE_URL: api.database.url,
    GATEWAY_PASSWORD: api.database.gatewayPassword,
    JWKS_URL: `http://127.0.0.1:${String(port)}/jwks`,
  });
  const app = await buildServer({ config, databaseUrl: api.database.url, keyTiming });
  onTestFinished(() => app.close());
  return app;
}

async function ask(app: FastifyInstance, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const payload = { query: '{ nation { code } viewer { role } }' };
  const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload });
  const { errors } = response.json<{ errors?: { extensions: { code: string; reasons: { code: string }[] } }[] }>();
  const [error] = errors ?? [];
  const { statusCode: status, body: text } = response;
  return { status, text, code: error?.extensions.code, reason: error?.extensions.reasons[0]?.code, response };
}
const statusOf = async (app: FastifyInstance, { token }: Signer): Promise<number> => (await ask(app, token)).status;

describe('a key server', () => {
  it.each<[string, RequestListener]>([
    ['fails', (_request, response) => response.writeHead(500).end('broken')],
    ['answers no keys', (_request, response) => response.setHeader('content-type', 'application/json').end('{"a":1}')],
    ['answers a page', (_request, response) => response.end('<html>sign in</html>')],
    ['hangs up', (request) => request.socket.destroy()],
    ['does not answer', () => undefined],
    ['leads elsewhere', (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['answers without end', (_request, response) => response.end(`{"keys":[${' '.repeat(300_000)}]}`)],
  ])(
    'that %s does not stop the server: a token is answered with 503, and callers without one as usual',
    async (_what, how) => {
      answer = how;
      const app = await started(QUICK);
      const { status, code, reason, text, response } = await ask(app, first.token);
      expect([status, code, reason]).toEqual([503, 'SERVICE_UNAVAILABLE', 'KEYS_UNAVAILABLE']);
      expect(response.headers['retry-after']).toBe('5');
      expect(text).toContain('"retryable":true');
      expect(text).not.toMatch(/127\.0\.0\.1|jwks|ECONN|JSON Web Key/i);
      expect((await ask(app)).status).toBe(200);
      answer = answering(first);
      await expect.poll(() => statusOf(app, first)).toBe(200);
    },
  );

  it('that is down later leaves the last known keys in use; others are 503 and not 500', async () => {
    answer = answering(first);
    const app = await started(QUICK);
    expect(await statusOf(app, first)).toBe(200);
    answer = down;
    const before = asked;
    await expect.poll(() => asked).toBeGreaterThan(before + 1);
    expect(await statusOf(app, first)).toBe(200);
    expect((await ask(app, second.token)).code).toBe('SERVICE_UNAVAILABLE');
    answer = answering(first, second);
    await expect.poll(() => statusOf(app, second)).toBe(200);
  });

  it('that withdraws a key has it refused after one round of loading, even where the token was just checked', async () => {
    answer = answering(first, second);
    const app = await started(QUICK);
    expect([await statusOf(app, first), await statusOf(app, second)]).toEqual([200, 200]);
    answer = answering(second);
    // Sooner than a checked token is forgotten.
    await expect.poll(() => statusOf(app, first)).toBe(401);
    const refused = await ask(app, first.token);
    expect([refused.status, refused.code, refused.reason]).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_KEY_UNKNOWN']);
    expect(await statusOf(app, second)).toBe(200);
  });

  it('of one key needs no name of it in a token, and of several does', async () => {
    answer = answering(first);
    const app = await started(QUICK);
    expect((await ask(app, first.unnamed)).status).toBe(200);
    answer = answering(first, second);
    await expect.poll(() => statusOf(app, second)).toBe(200);
    expect((await ask(app, first.unnamed)).reason).toBe('TOKEN_KEY_UNNAMED');
  });

  it('is asked for a new key at once, but once in a while for keys that are unknown', async () => {
    answer = answering(first);
    const app = await started(SELDOM);
    await sleep(SELDOM.cooldown);
    answer = answering(first, second);
    expect(await statusOf(app, second)).toBe(200);
    const unknown = await signer('unknown');
    const before = asked;
    await sleep(SELDOM.cooldown);
    const all = await Promise.all(Array.from({ length: 50 }, () => ask(app, unknown.token)));
    expect(new Set(all.map(({ status, reason }) => `${String(status)} ${String(reason)}`))).toEqual(
      new Set(['401 TOKEN_KEY_UNKNOWN']),
    );
    expect(asked).toBe(before + 1);
  });
});
