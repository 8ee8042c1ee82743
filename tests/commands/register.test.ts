import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { done, outcomeOf, refusals, selectionOf, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];
const ENTRY = 'id version registerState nameLatin nationalId ageBand province { code }';

interface Entry {
  readonly id: string;
  readonly version: number;
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
  tried<Entry>(api, who, { name: 'registerArtisan', input, fields: ENTRY });
/** The id of an application that must be taken. */
const registered = async (input: object): Promise<string> =>
  (await done<Entry>(api, OFFICER, { name: 'registerArtisan', input })).id;

describe('an application for the register', () => {
  it('is taken with its number tidied and found by its names', async () => {
    const { row } = await register(person('1001'));
    expect(row).toMatchObject({ version: 1, registerState: 'APPLIED', nationalId: 'CD401001' });
    const { data: found } = await api.ask(OFFICER, '{ artisans(filter: { search: "benna" }) { nodes { nameLatin } } }');
    expect(found).toMatchObject({ artisans: { nodes: [{ nameLatin: 'Said Bennani' }] } });
  });

  it('is told everything that is wrong with it at once', async () => {
    const wrong = { nationalId: '12', phone: 'abc', birthDate: null, nameLatin: '', workerCount: 3, province: 'MA-03' };
    const answer = await register(person('1002', wrong));
    expect(refusals(answer)).toEqual([
      ...['input.province: NO_PROVINCE', 'input.birthDate: PERSON_NEEDS', 'input.workerCount: ORGANISATIONS_ONLY'],
      ...['input.nameLatin: EMPTY_TEXT', 'input.nationalId: NATIONAL_ID_MALFORMED', 'input.phone: PHONE_MALFORMED'],
    ]);
    expect(answer).toMatchObject({ row: null, replayed: false });
  });

  it('is refused for another region, for those who only read, and without a token', async () => {
    const far = await register(person('1003', { province: 'MA-MAR' }));
    expect(refusals(far)).toEqual(['input.province: OUT_OF_REACH']);
    expect(refusals(await register(person('1003'), VIEWERS['regional-viewer']))).toEqual(['FORBIDDEN : NO_GRANT']);
    expect(refusals(await register(person('1003'), VIEWERS['central-service']))).toEqual(['FORBIDDEN : NO_GRANT']);
    expect(refusals(await register(person('1003'), null))).toEqual(['UNAUTHENTICATED : NO_TOKEN']);
    const near = await register(person('1003', { province: 'MA-MEK' }), VIEWERS['provincial-officer']);
    expect(refusals(near)).toEqual(['input.province: OUT_OF_REACH']);
  });

  it('is made once under one key, and the first answer is given again', async () => {
    const [one, two] = await Promise.all([register(person('1004')), register(person('1004'))]);
    const three = await register(person('1004'));
    expect(two.row?.id).toBe(one.row?.id);
    expect([one.replayed, two.replayed].toSorted()).toEqual([false, true]);
    expect(three).toMatchObject({ row: one.row, replayed: true });
    const other = await register(person('1004', { nameLatin: 'Somebody Else' }));
    expect(refusals(other)).toEqual(['input.idempotencyKey: KEY_REUSED']);
  });
});

describe('a correction', () => {
  it('needs the version that was read, and tells what changed since', async () => {
    const id = await registered(person('1005'));
    const correct = (input: object) =>
      tried(api, OFFICER, {
        ...{ name: 'correctArtisan', fields: 'id version nameLatin phone', input: { artisanId: id, ...input } },
      });
    const first = await correct({ expectedVersion: 1, phone: '+212 612-345678' });
    expect(first.row).toEqual({ id, version: 2, nameLatin: 'Said Bennani', phone: '+212612345678' });
    const second = await correct({ expectedVersion: 1, nameLatin: 'Said Alaoui' });
    expect(refusals(second)).toEqual(['input.expectedVersion: STALE_VERSION']);
    expect(second.userErrors[0]?.current).toEqual({
      version: 2,
      changes: [
        {
          ...{ version: 2, action: 'correctArtisan', fields: ['phone'] },
          at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
        },
      ],
    });
  });

  it('is a part of its own in a request: what fails leaves the others alone', async () => {
    const id = await registered(person('1006'));
    const payload = selectionOf('correctArtisan', 'version nameLatin');
    const answer = await api.ask(
      OFFICER,
      `mutation($id: ID!) {
        a: correctArtisan(input: { artisanId: $id, expectedVersion: 1, nameLatin: "Said One" }) ${payload}
        b: correctArtisan(input: { artisanId: $id, expectedVersion: 1, nameLatin: "Said Two" }) ${payload}
        c: correctArtisan(input: { artisanId: $id, expectedVersion: 2, nameLatin: "Said Three" }) ${payload}
      }`,
      { id },
    );
    const [a, b, c] = ['a', 'b', 'c'].map((alias) => outcomeOf('correctArtisan', answer, alias));
    expect(answer).not.toHaveProperty('errors');
    expect(a?.row).toMatchObject({ version: 2 });
    expect(b).toMatchObject({ row: null, userErrors: [{ code: 'STALE_VERSION' }] });
    expect(c?.row).toEqual({ version: 3, nameLatin: 'Said Three' });
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
