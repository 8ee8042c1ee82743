import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

const OFFICER = VIEWERS['regional-officer'];
const REGISTER = `mutation($input: RegisterArtisanInput!) {
  registerArtisan(input: $input) { id version registerState nameLatin nationalId ageBand province { code } } }`;
const CORRECT = `mutation($input: CorrectArtisanInput!) { correctArtisan(input: $input) { id version nameLatin phone } }`;

interface Registered {
  registerArtisan: { id: string; version: number; registerState: string; nameLatin: string; nationalId: string };
}

const person = (key: string, more: object = {}) => ({
  ...{ idempotencyKey: `register-${key}`, province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN' },
  ...{
    nameAr: 'سعيد بناني',
    nameLatin: 'Said Bennani',
    sex: 'MALE',
    birthDate: '1984-05-06',
    qualification: 'PRACTICE',
  },
  ...{ nationalId: `cd ${String(key.length)}${key.replaceAll(/\D/g, '').padStart(5, '0')}`, ...more },
});

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

const register = (input: object, who: Parameters<Api['ask']>[0] = OFFICER) =>
  api.ask<Registered>(who, REGISTER, { input });
const reasonsOf = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.map(({ extensions }) => ({
    code: extensions['code'],
    reasons: (extensions['reasons'] as { code: string; path: string }[] | undefined)?.map(
      ({ code, path }) => `${path}: ${code}`,
    ),
  }));

describe('an application for the register', () => {
  it('is taken with its number tidied and found by its names', async () => {
    const { data } = await register(person('1001'));
    expect(data.registerArtisan).toMatchObject({ version: 1, registerState: 'APPLIED', nationalId: 'CD401001' });
    const { data: found } = await api.ask(OFFICER, '{ artisans(filter: { search: "benna" }) { nodes { nameLatin } } }');
    expect(found).toMatchObject({ artisans: { nodes: [{ nameLatin: 'Said Bennani' }] } });
  });

  it('is told everything that is wrong with it at once', async () => {
    const wrong = { nationalId: '12', phone: 'abc', birthDate: null, nameLatin: '', workerCount: 3, province: 'MA-03' };
    const answer = await register(person('1002', wrong));
    expect(reasonsOf(answer)).toEqual([
      {
        code: 'BAD_USER_INPUT',
        reasons: [
          ...['input.province: NO_PROVINCE', 'input.birthDate: PERSON_NEEDS', 'input.workerCount: ORGANISATIONS_ONLY'],
          ...['input.nameLatin: EMPTY_TEXT', 'input.nationalId: NATIONAL_ID_MALFORMED', 'input.phone: PHONE_MALFORMED'],
        ],
      },
    ]);
  });

  it('is refused for another region, for those who only read, and without a token', async () => {
    const far = await register(person('1003', { province: 'MA-MAR' }));
    expect(reasonsOf(far)).toEqual([{ code: 'FORBIDDEN', reasons: ['input.province: OUT_OF_REACH'] }]);
    expect(reasonsOf(await register(person('1003'), VIEWERS['regional-viewer']))?.[0]?.code).toBe('FORBIDDEN');
    expect(reasonsOf(await register(person('1003'), VIEWERS['central-service']))?.[0]?.code).toBe('FORBIDDEN');
    expect(reasonsOf(await register(person('1003'), null))?.[0]?.code).toBe('UNAUTHENTICATED');
    const near = await register(person('1003', { province: 'MA-MEK' }), VIEWERS['provincial-officer']);
    expect(reasonsOf(near)).toEqual([{ code: 'FORBIDDEN', reasons: ['input.province: OUT_OF_REACH'] }]);
  });

  it('is made once under one key, and the first answer is given again', async () => {
    const [one, two] = await Promise.all([register(person('1004')), register(person('1004'))]);
    const three = await register(person('1004'));
    expect(two.data.registerArtisan.id).toBe(one.data.registerArtisan.id);
    expect(three).toMatchObject({
      data: one.data,
      extensions: { replayed: [{ action: 'registerArtisan', idempotencyKey: 'register-1004' }] },
    });
    const other = await register(person('1004', { nameLatin: 'Somebody Else' }));
    expect(reasonsOf(other)).toEqual([{ code: 'CONFLICT', reasons: ['input.idempotencyKey: KEY_REUSED'] }]);
  });
});

describe('a correction', () => {
  it('needs the version that was read, and tells what changed since', async () => {
    const { id } = (await register(person('1005'))).data.registerArtisan;
    const correct = (input: object) => api.ask(OFFICER, CORRECT, { input: { artisanId: id, ...input } });
    const first = await correct({ expectedVersion: 1, phone: '+212 612-345678' });
    expect(first.data).toEqual({
      correctArtisan: { id, version: 2, nameLatin: 'Said Bennani', phone: '+212612345678' },
    });
    const second = await correct({ expectedVersion: 1, nameLatin: 'Said Alaoui' });
    expect(reasonsOf(second)).toEqual([{ code: 'CONFLICT', reasons: ['input.expectedVersion: STALE_VERSION'] }]);
    expect(second.errors?.[0]?.extensions['current']).toMatchObject({
      version: 2,
      changes: [{ version: 2, action: 'correctArtisan', fields: ['phone'] }],
    });
  });

  it('is a part of its own in a request: what fails leaves the others alone', async () => {
    const { id } = (await register(person('1006'))).data.registerArtisan;
    const answer = await api.ask(
      OFFICER,
      `mutation($id: ID!) {
        a: correctArtisan(input: { artisanId: $id, expectedVersion: 1, nameLatin: "Said One" }) { version }
        b: correctArtisan(input: { artisanId: $id, expectedVersion: 1, nameLatin: "Said Two" }) { version }
        c: correctArtisan(input: { artisanId: $id, expectedVersion: 2, nameLatin: "Said Three" }) { version nameLatin }
      }`,
      { id },
    );
    expect(answer.errors?.map(({ path }) => path)).toEqual([['b']]);
    expect((answer as { data: unknown }).data).toMatchObject({
      ...{ a: { version: 2 }, c: { version: 3, nameLatin: 'Said Three' } },
    });
  });
});

describe('every change', () => {
  it('stands in the audit of its region, chained, and in the outbox under the same number', async () => {
    await withClient(api.database.url, async (client) => {
      const { rows } = await client.query<{ seq: number; action: string; chained: boolean; told: boolean }>(`
        select a.seq, a.action, (o.seq is not null) = (a.action <> 'READ_IDENTITY') as told,
          a.previous_hash = coalesce(lag(a.hash) over (order by a.seq), sha256('')) as chained
        from audit_entry a left join outbox_event o using (region_id, seq) where a.region_id = 3 order by a.seq`);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
      expect(rows.every(({ chained, told }) => chained && told)).toBe(true);
      expect(rows.filter(({ action }) => action !== 'READ_IDENTITY')).toHaveLength(7);
    });
  });
});
