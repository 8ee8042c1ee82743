import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/platform/config/config.ts';
import { buildServer } from '../../src/server.ts';
import { testApi, type Api } from '../support/api.ts';

const QUESTION = { query: '{ viewer { role } }' };
const RIGHT: JWTPayload = { sub: 'tester', role: 'regional-viewer', region: 'MA-03', iss: 'hiraf', aud: 'hiraf-api' };

let api: Api;
let key: JWK;
beforeAll(async () => {
  api = await testApi('empty');
  await api.token({ role: 'analyst' });
  key = JSON.parse(await readFile(join(api.config.dataDir, 'token-key.json'), 'utf8')) as JWK;
});

/** Signs claims that hold from now on, unless they say otherwise. */
const signed = async (claims: Record<string, unknown>, expires = '5m', by: JWK = key): Promise<string> => {
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid: 'development' });
  if (!('iat' in claims)) token.setIssuedAt();
  if (!('exp' in claims)) token.setExpirationTime(expires);
  return token.sign(await importJWK(by, 'EdDSA'));
};
const now = (): number => Math.floor(Date.now() / 1000);
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

const without = (name: string): JWTPayload =>
  Object.fromEntries(Object.entries(RIGHT).filter(([claim]) => claim !== name));

async function asked(
  authorization: string,
): Promise<{ status: number; code: unknown; reason: string; header: unknown }> {
  const response = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization },
    payload: QUESTION,
  });
  const { errors } = response.json<{ errors?: { message: string; extensions: { code: string } }[] }>();
  const [error] = errors ?? [];
  const header = response.headers['www-authenticate'];
  return { status: response.statusCode, code: error?.extensions.code, reason: error?.message ?? '', header };
}

async function otherKey(): Promise<JWK> {
  return exportJWK((await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })).privateKey);
}

describe('a token that is not right', () => {
  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['has another signature', async () => signed(RIGHT, '5m', await otherKey()), /signature/],
    ['has another issuer', () => signed({ ...RIGHT, iss: 'elsewhere' }), /"iss"/],
    ['is for somebody else', () => signed({ ...RIGHT, aud: 'another-api' }), /"aud"/],
    ['has expired', () => signed(RIGHT, '-1m'), /expired/],
    ['is not signed', () => new UnsecuredJWT(RIGHT).setExpirationTime('5m').encode(), /./],
    [
      'is signed with the public key as a secret',
      () =>
        new SignJWT(RIGHT)
          .setProtectedHeader({ alg: 'HS256' })
          .setExpirationTime('5m')
          .sign(new TextEncoder().encode(`${key.x ?? ''}${'-'.repeat(32)}`)),
      /not signed by one of/,
    ],
    ['names nobody', () => signed(without('sub')), /"sub"/],
    ['has no role', () => signed(without('role')), /"role"/],
    ['has an unknown role', () => signed({ ...RIGHT, role: 'king' }), /"role"/],
    ['has no region for its role', () => signed(without('region')), /region/],
    ['has a region of another form', () => signed({ ...RIGHT, region: 'MA-13' }), /"region"/],
    [
      'has an unknown province',
      () => signed({ ...without('region'), role: 'provincial-officer', province: 'MA-XXX' }),
      /"MA-XXX", which does not exist/,
    ],
    ['has no province for its role', () => signed({ ...without('region'), role: 'provincial-officer' }), /province/],
    ['has a province of another form', () => signed({ ...RIGHT, province: '<b>MA-FES</b>' }), /"province".*MA-FES/],
    [
      'has a province outside its region',
      () => signed({ ...RIGHT, role: 'provincial-officer', province: 'MA-TNG' }),
      /region MA-03 and the province MA-TNG, which is not of it/,
    ],
    ['has a province for a role of the region', () => signed({ ...RIGHT, province: 'MA-FES' }), /"province".*must not/],
    ['has a region for an analyst', () => signed({ ...RIGHT, role: 'analyst' }), /"region".*analyst must not/],
    ['has a region for the centre', () => signed({ ...RIGHT, role: 'central-officer' }), /"region".*must not/],
    ['has an empty name', () => signed({ ...RIGHT, sub: '' }), /"sub".*1 to 128/],
    ['has a name that turns its letters round', () => signed({ ...RIGHT, sub: 'amina\u202Enima' }), /"sub"/],
    ['has a name of two lines', () => signed({ ...RIGHT, sub: 'amina\nadmin' }), /"sub"/],
    ['has a name without end', () => signed({ ...RIGHT, sub: 'a'.repeat(129) }), /"sub"/],
    ['does not say since when it holds', () => signed({ ...RIGHT, iat: undefined }), /"iat"/],
    ['was issued tomorrow', () => signed({ ...RIGHT, iat: now() + DAY, exp: now() + DAY + MINUTE }), /in the future/],
    ['holds for longer than a day', () => signed({ ...RIGHT, exp: now() + DAY + MINUTE }), /1441 minutes; 1440 are/],
    ['holds for ever', () => signed({ ...RIGHT, exp: 1e300 }), /minutes; 1440 are/],
    ['is none', () => 'x.y.z', /./],
  ])('is refused with its reason where it %s', async (_, make, reason) => {
    const answer = await asked(`Bearer ${await make()}`);
    expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(answer.reason).toMatch(reason);
    expect(answer.header).toMatch(/^Bearer error="invalid_token"/);
  });

  it('is answered with all that is wrong with its claims, in the language that is asked for', async () => {
    const token = await signed({ ...RIGHT, role: 'analyst', exp: now() + 2 * DAY });
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'fr' };
    const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload: QUESTION });
    const [error] = response.json<{ errors: { message: string; extensions: { reasons: object[] } }[] }>().errors;
    expect(error?.message).toMatch(/minutes ; .* au plus.*Le jeton porte la mention « region »/);
    expect(error?.extensions.reasons).toMatchObject([
      { code: 'TOKEN_LIVES_TOO_LONG', path: 'token.exp' },
      { code: 'TOKEN_TOO_MUCH', path: 'token.region' },
    ]);
    expect(response.headers['www-authenticate']).toMatch(/^[ -~]+$/);
  });

  it('is right with a province that is of its region, and with one alone', async () => {
    const officer = { ...without('region'), role: 'provincial-officer', province: 'MA-FES' };
    for (const claims of [officer, { ...officer, region: 'MA-03' }, { ...officer, province: '03.231' }]) {
      expect((await asked(`Bearer ${await signed(claims)}`)).status).toBe(200);
    }
  });

  it('is not taken for nobody where it is no bearer token', async () => {
    expect(await asked('Basic eDp5')).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('that was right before is refused when it has expired', async () => {
    const token = await signed(RIGHT, '1s');
    expect((await asked(`Bearer ${token}`)).status).toBe(200);
    await new Promise((done) => setTimeout(done, 1600));
    expect((await asked(`Bearer ${token}`)).status).toBe(401);
  });
});

describe('keys of another server', () => {
  let keyServer: Server;
  afterAll(() => keyServer.close());

  it('check tokens that are signed there, and no token of the local key', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'there', alg: 'ES256', use: 'sig' }] };
    keyServer = createServer((_, response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks)),
    );
    await new Promise<void>((done) => keyServer.listen(0, '127.0.0.1', done));
    const { port } = keyServer.address() as AddressInfo;
    const config = parseConfig({
      ...{ NODE_ENV: 'test', DATA_DIR: api.config.dataDir, LOG_LEVEL: 'silent', DATABASE_URL: api.database.url },
      ...{ GATEWAY_PASSWORD: api.database.gatewayPassword, JWKS_URL: `http://127.0.0.1:${String(port)}/jwks` },
    });
    const app = await buildServer({ config, databaseUrl: api.database.url });
    const ask = async (token: string) =>
      app.inject({ method: 'POST', url: '/graphql', headers: { authorization: `Bearer ${token}` }, payload: QUESTION });
    const there = await new SignJWT(RIGHT)
      .setProtectedHeader({ alg: 'ES256', kid: 'there' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    expect((await ask(there)).json()).toEqual({ data: { viewer: { role: 'REGIONAL_VIEWER' } } });
    expect((await ask(await signed(RIGHT))).statusCode).toBe(401);
    await app.close();
  });
});
