import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { deleteExpiredKeys } from '../../src/platform/audit/key-expiry.ts';
import { openPool } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { parseGlobalId } from '../../src/platform/lib/global-id.ts';
import { testApi, VIEWERS, type Answer, type Api, type Who } from '../support/api.ts';
import { application, CORRECT, REGISTER, type Registered } from './people.ts';

const OFFICER = VIEWERS['regional-officer'];
const ELSEWHERE = { role: 'regional-officer', region: 'MA-07' };

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

type Registering = Answer<Registered> & { readonly extensions?: object };
const register = (input: object, who: Who = OFFICER): Promise<Registering> => api.ask(who, REGISTER, { input });
const owner = async (sql: string): Promise<number> =>
  withClient(api.database.url, async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n));
const people = () => owner('select count(*) as n from artisan');

/** The answer with a language asked for. */
async function told(language: string | undefined, input: object): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${await api.token(OFFICER)}`,
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
  const payload = { query: REGISTER, variables: { input } };
  const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  return { status: response.statusCode, ...response.json<Omit<Answer, 'status'>>() };
}

const reasonsOf = ({ errors }: Answer<unknown>) =>
  errors?.flatMap(({ extensions }) =>
    (extensions['reasons'] as { code: string; path: string }[]).map(({ code, path }) => [
      extensions['code'],
      code,
      path,
    ]),
  );

describe('a key', () => {
  it('gives the first answer again for the same input, and says so', async () => {
    const first = await register(application(1));
    expect(first).not.toHaveProperty('extensions');
    const before = await people();
    const again = await register(application(1));
    expect(again.data).toEqual(first.data);
    expect(again.extensions).toEqual({
      replayed: [{ action: 'registerArtisan', idempotencyKey: 'person-1' }],
    });
    expect(await people()).toBe(before);
  });

  it('gives the first answer even when the thing has moved on since', async () => {
    const input = { expectedVersion: 1, nameLatin: 'Fatima One', idempotencyKey: 'correct-2' };
    const { id } = (await register(application(2))).data.registerArtisan;
    const correct = (more: object = {}) => api.ask(OFFICER, CORRECT, { input: { ...input, artisanId: id, ...more } });
    expect((await correct()).data).toEqual({ correctArtisan: { id, version: 2 } });
    const moved = await correct({ expectedVersion: 2, nameLatin: 'Fatima Two', idempotencyKey: 'correct-2-later' });
    expect(moved.data).toEqual({ correctArtisan: { id, version: 3 } });
    expect(await correct()).toMatchObject({ data: { correctArtisan: { id } }, extensions: { replayed: [{}] } });
    const number = String(parseGlobalId(id)?.id);
    expect(await owner(`select version as n from artisan where register_state = 'APPLIED' and id = ${number}`)).toBe(3);
  });

  it('is refused for another input or another act, with the reason', async () => {
    const { id } = (await register(application(3))).data.registerArtisan;
    const reused = [['CONFLICT', 'KEY_REUSED', 'input.idempotencyKey']];
    expect(reasonsOf(await register(application(3, { nameLatin: 'Somebody Else' })))).toEqual(reused);
    const input = { artisanId: id, expectedVersion: 1, nameLatin: 'X', idempotencyKey: 'person-3' };
    expect(reasonsOf(await api.ask(OFFICER, CORRECT, { input }))).toEqual(reused);
    const malformed = await register(application(4, { idempotencyKey: 'short' }));
    expect(reasonsOf(malformed)).toEqual([['BAD_USER_INPUT', 'KEY_MALFORMED', 'input.idempotencyKey']]);
  });

  it('is a person’s own', async () => {
    const other = await register(application(3, { nationalId: 'CD900003' }), { ...OFFICER, subject: 'other' });
    expect(other.errors).toBeUndefined();
    expect(other).not.toHaveProperty('extensions');
  });

  it('lets one of many racing repeats write', async () => {
    const [before, entries] = [await people(), await owner('select count(*) as n from audit_entry')];
    const all = await Promise.all(Array.from({ length: 12 }, () => register(application(5))));
    expect(all.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(new Set(all.map(({ data }) => data.registerArtisan.id)).size).toBe(1);
    expect(all.filter(({ extensions }) => extensions === undefined)).toHaveLength(1);
    expect(await people()).toBe(before + 1);
    expect(await owner('select count(*) as n from audit_entry')).toBe(entries + 1);
  });

  it('is kept for a day at least, and forgotten later', async () => {
    const age = (hours: number, key: string) =>
      withClient(api.database.url, (client) =>
        client.query(`update idempotency_key set at = now() - make_interval(hours => $1) where key = $2`, [hours, key]),
      );
    await age(24, 'person-1');
    await age(26, 'person-2');
    const pool = openPool(api.database.url, api.database.gatewayPassword, 1);
    expect(await deleteExpiredKeys(pool)).toBe(1);
    expect(await deleteExpiredKeys(pool)).toBe(0);
    await pool.end();
    expect((await register(application(1))).extensions).toBeDefined();
    expect(await owner(`select count(*) as n from idempotency_key where key = 'person-2'`)).toBe(0);
  });
});

describe('the parts of one request', () => {
  it('stand by themselves, whichever of them fails, and leave nothing of what failed', async () => {
    const before = await people();
    const inputs = { a: application(20), b: application(21, { province: 'MA-MAR' }), c: application(22) };
    const part = (name: string) => `${name}: registerArtisan(input: $${name}) { id version }`;
    const query = `mutation ($a: RegisterArtisanInput!, $b: RegisterArtisanInput!, $c: RegisterArtisanInput!) {
      ${part('b')} ${part('a')} again: ${part('a').slice(3)} ${part('c')} }`;
    const { data, errors } = await api.ask<Record<string, { id: string } | null>>(OFFICER, query, inputs);
    expect(errors?.map(({ path }) => path)).toEqual([['b']]);
    expect(data['b']).toBeNull();
    expect(data['again']).toEqual(data['a']);
    expect(data['c']?.id).toEqual(expect.any(String));
    expect(await people()).toBe(before + 2);
    expect(await owner(`select count(*) as n from idempotency_key where key = 'person-21'`)).toBe(0);
  });
});

describe('a refusal', () => {
  it('speaks the language that is asked for, and English without one', async () => {
    const wrong = application(30, { nameLatin: '  ' });
    const messages = new Map<string | undefined, string>();
    for (const language of ['ar', 'fr', 'en', undefined, 'fr-MA;q=0.3, ar-MA;q=0.9', 'zgh']) {
      const { errors } = await told(language, wrong);
      const [error] = errors ?? [];
      expect(error?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        reasons: [{ code: 'EMPTY_TEXT', path: 'input.nameLatin', message: error?.message }],
      });
      messages.set(language, error?.message ?? '');
    }
    expect(messages.get('ar')).toMatch(/\p{Script=Arabic}/u);
    expect(messages.get('fr')).toContain('texte');
    expect(messages.get('en')).toContain('empty');
    expect(messages.get(undefined)).toBe(messages.get('en'));
    expect(messages.get('zgh')).toBe(messages.get('en'));
    expect(messages.get('fr-MA;q=0.3, ar-MA;q=0.9')).toBe(messages.get('ar'));
  });

  it('of a stale version tells the current one and what has changed since', async () => {
    const { id } = (await register(application(31))).data.registerArtisan;
    const correct = (more: object) => api.ask(OFFICER, CORRECT, { input: { artisanId: id, ...more } });
    await correct({ expectedVersion: 1, nameLatin: 'Fatima One' });
    await correct({ expectedVersion: 2, nameLatin: 'Fatima Two', phone: '+212611111111' });
    const stale = await correct({ expectedVersion: 1, nameLatin: 'Fatima Three' });
    expect(reasonsOf(stale)).toEqual([['CONFLICT', 'STALE_VERSION', 'input.expectedVersion']]);
    expect(stale.errors?.[0]?.extensions['current']).toMatchObject({
      version: 3,
      changes: [
        { version: 2, fields: ['nameLatin'] },
        { version: 3, fields: ['nameLatin', 'phone'] },
      ],
    });
    expect(JSON.stringify(stale)).not.toContain('+212');
  });
});

describe('the chain of one region', () => {
  it('keeps nobody of another region waiting, and nobody’s number is lost', async () => {
    await register(application(40));
    let done = false;
    await withClient(api.database.url, async (client) => {
      await client.query('begin');
      await client.query('select from audit_head where region_id = 3 for update');
      const waiting = register(application(41)).finally(() => {
        done = true;
      });
      const other = await register(application(42, { province: 'MA-MAR' }), ELSEWHERE);
      expect(other.errors).toBeUndefined();
      await sleep(100);
      expect(done).toBe(false);
      await client.query('rollback');
      expect((await waiting).errors).toBeUndefined();
    });
    expect(await owner('select max(seq) - count(*) as n from audit_entry where region_id = 3')).toBe(0);
  });
});
