import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { buildServer } from '../../src/server.ts';
import { testApi, type Api } from '../support/api.ts';

let api: Api;
let keyServer: Server;
let answer: RequestListener;
let token: string;
let keys: string;

beforeAll(async () => {
  api = await testApi('empty');
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'there', alg: 'ES256' }] });
  token = await new SignJWT({ sub: 'tester', role: 'analyst', iss: 'hiraf', aud: 'hiraf-api' })
    .setProtectedHeader({ alg: 'ES256', kid: 'there' })
    .setExpirationTime('5m')
    .sign(privateKey);
  keyServer = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
});

afterAll(() => keyServer.close());

/** A server that has asked for no keys yet. */
async function fresh(): Promise<FastifyInstance> {
  const { port } = keyServer.address() as AddressInfo;
  const config = parseConfig({
    DATA_DIR: api.config.dataDir,
    LOG_LEVEL: 'silent',
    DATABASE_URL: api.database.url,
    GATEWAY_PASSWORD: api.database.gatewayPassword,
    JWKS_URL: `http://127.0.0.1:${String(port)}/jwks`,
  });
  return buildServer({ config, databaseUrl: api.database.url });
}

async function ask(app: FastifyInstance, signedIn: boolean) {
  const headers = signedIn ? { authorization: `Bearer ${token}` } : {};
  const payload = { query: '{ nation { code } viewer { role } }' };
  const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload });
  return { status: response.statusCode, text: response.body };
}

describe('a key server', () => {
  it.each<[string, RequestListener]>([
    ['fails', (_request, response) => response.writeHead(500).end('broken')],
    ['answers no keys', (_request, response) => response.setHeader('content-type', 'application/json').end('{"a":1}')],
    ['answers a page', (_request, response) => response.end('<html>sign in</html>')],
    ['hangs up', (request) => request.socket.destroy()],
  ])('that %s is a fault of ours: nobody is told that the token is wrong, nor taken for nobody', async (_what, how) => {
    answer = how;
    const app = await fresh();
    try {
      const { status, text } = await ask(app, true);
      expect(status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
      expect(text).not.toMatch(/127\.0\.0\.1|jwks|ECONN|JSON Web Key/i);
      expect((await ask(app, false)).status).toBe(200);
    } finally {
      await app.close();
    }
  });

  it('that comes back is asked again', async () => {
    answer = (_request, response) => response.writeHead(503).end();
    const app = await fresh();
    try {
      expect((await ask(app, true)).status).toBe(500);
      answer = (_request, response) => response.setHeader('content-type', 'application/json').end(keys);
      const { text } = await ask(app, true);
      expect(JSON.parse(text)).toEqual({ data: { nation: { code: 'MA' }, viewer: { role: 'ANALYST' } } });
    } finally {
      await app.close();
    }
  });
});
