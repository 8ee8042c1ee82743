import { beforeAll, describe, expect, it } from 'vitest';
import { deleteExpiredKeys } from '../../src/platform/audit/key-expiry.ts';
import { openPool } from '../../src/platform/postgres/pool.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { parseGlobalId } from '../../src/platform/lib/global-id.ts';
import { testApi, VIEWERS, type Answer, type Api, type Who } from '../support/api.ts';
import { done, outcomeOf, refusals, selectionOf, tried, type Outcome } from '../support/commands.ts';
import { application, REGISTER, type Registered } from './people.ts';

const OFFICER = VIEWERS['regional-officer'];
const ELSEWHERE = { role: 'regional-officer', region: 'MA-07' };

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

const register = (input: object, who: Who = OFFICER) => tried<Registered>(api, who, { name: 'registerArtisan', input });
const correct = (artisanId: string, more: object) =>
  tried(api, OFFICER, { name: 'correctArtisan', input: { artisanId, ...more } });
/** The id of an application that must be taken. */
const registered = async (input: object): Promise<string> =>
  (await done<Registered>(api, OFFICER, { name: 'registerArtisan', input })).id;
const owner = async (sql: string): Promise<number> =>
  withClient(api.database.url, async (client) => Number((await client.query<{ n: string }>(sql)).rows[0]?.n));
const people = () => owner('select count(*) as n from artisan');

/** The answer with a language asked for. */
async function inLanguage(language: string | undefined, input: object): Promise<Outcome> {
  const headers = {
    authorization: `Bearer ${await api.token(OFFICER)}`,
    ...(language === undefined ? {} : { 'accept-language': language }),
  };
  const payload = { query: REGISTER, variables: { input } };
  const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  return outcomeOf('registerArtisan', { status: response.statusCode, ...response.json<Omit<Answer, 'status'>>() });
}

describe('a key', () => {
  it('gives the first answer again for the same input, and says so', async () => {
    const first = await register(application(1));
    expect(first.replayed).toBe(false);
    const before = await people();
    const again = await register(application(1));
    expect(again).toMatchObject({ row: first.row, replayed: true });
    expect(await people()).toBe(before);
  });

  it('gives the first answer even when the thing has moved on since', async () => {
    const input = { expectedVersion: 1, nameLatin: 'Fatima One', idempotencyKey: 'correct-2' };
    const id = await registered(application(2));
    expect((await correct(id, input)).row).toEqual({ id, version: 2 });
    const later = { expectedVersion: 2, nameLatin: 'Fatima Two', idempotencyKey: 'correct-2-later' };
    expect((await correct(id, later)).row).toEqual({ id, version: 3 });
    expect(await correct(id, input)).toMatchObject({ row: { id }, replayed: true });
    const number = String(parseGlobalId(id)?.id);
    expect(await owner(`select version as n from artisan where register_state = 'APPLIED' and id = ${number}`)).toBe(3);
  });

  it('is refused for another input or another act, with the reason', async () => {
    const id = await registered(application(3));
    const reused = ['input.idempotencyKey: KEY_REUSED'];
    expect(refusals(await register(application(3, { nameLatin: 'Somebody Else' })))).toEqual(reused);
    const input = { expectedVersion: 1, nameLatin: 'X', idempotencyKey: 'person-3' };
    expect(refusals(await correct(id, input))).toEqual(reused);
    const malformed = await register(application(4, { idempotencyKey: 'short' }));
    expect(refusals(malformed)).toEqual(['input.idempotencyKey: KEY_MALFORMED']);
  });

  it('is a person’s own', async () => {
    const other = await register(application(3, { nationalId: 'CD900003' }), { ...OFFICER, subject: 'other' });
    expect(other).toMatchObject({ userErrors: [], replayed: false });
  });

  it('lets one of many racing repeats write', async () => {
    const [before, entries] = [await people(), await owner('select count(*) as n from audit_entry')];
    const all = await Promise.all(Array.from({ length: 12 }, () => register(application(5))));
    expect(all.flatMap(refusals)).toEqual([]);
    expect(new Set(all.map(({ row }) => row?.id)).size).toBe(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
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
    expect((await register(application(1))).replayed).toBe(true);
    expect(await owner(`select count(*) as n from idempotency_key where key = 'person-2'`)).toBe(0);
  });
});

describe('the parts of one request', () => {
  it('stand by themselves, whichever of them fails, and leave nothing of what failed', async () => {
    const before = await people();
    const inputs = { a: application(20), b: application(21, { province: 'MA-MAR' }), c: application(22) };
    const part = (name: string) => `${name}: registerArtisan(input: $${name}) ${selectionOf('registerArtisan')}`;
    const query = `mutation ($a: RegisterArtisanInput!, $b: RegisterArtisanInput!, $c: RegisterArtisanInput!) {
      ${part('b')} ${part('a')} again: ${part('a').slice(3)} ${part('c')} }`;
    const answer = await api.ask(OFFICER, query, inputs);
    const of = (alias: string) => outcomeOf<Registered>('registerArtisan', answer, alias);
    expect(answer).not.toHaveProperty('errors');
    expect(of('b')).toMatchObject({ row: null, userErrors: [{ path: 'input.province', code: 'OUT_OF_REACH' }] });
    expect(of('again')).toMatchObject({ row: of('a').row, replayed: true });
    expect(of('c').row?.id).toEqual(expect.any(String));
    expect(await people()).toBe(before + 2);
    expect(await owner(`select count(*) as n from idempotency_key where key = 'person-21'`)).toBe(0);
  });
});

describe('a refusal', () => {
  it('speaks the language that is asked for, and English without one', async () => {
    const wrong = application(30, { nameLatin: '  ' });
    const messages = new Map<string | undefined, string>();
    for (const language of ['ar', 'fr', 'en', undefined, 'fr-MA;q=0.3, ar-MA;q=0.9', 'zgh']) {
      const { userErrors } = await inLanguage(language, wrong);
      const [error] = userErrors;
      expect(error).toMatchObject({ code: 'EMPTY_TEXT', path: 'input.nameLatin', source: 'hiraf' });
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
    const id = await registered(application(31));
    await correct(id, { expectedVersion: 1, nameLatin: 'Fatima One' });
    await correct(id, { expectedVersion: 2, nameLatin: 'Fatima Two', phone: '+212611111111' });
    const stale = await correct(id, { expectedVersion: 1, nameLatin: 'Fatima Three' });
    expect(refusals(stale)).toEqual(['input.expectedVersion: STALE_VERSION']);
    expect(stale.userErrors[0]?.current).toMatchObject({
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
      expect(other.userErrors).toEqual([]);
      // It has come as far as the head of its region's chain.
      await expect
        .poll(() =>
          owner(`select count(*)::int as n from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock'`),
        )
        .toBe(1);
      expect(done).toBe(false);
      await client.query('rollback');
      expect((await waiting).userErrors).toEqual([]);
    });
    expect(await owner('select max(seq) - count(*) as n from audit_entry where region_id = 3')).toBe(0);
  });
});
