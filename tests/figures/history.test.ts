import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { asRole } from '../support/database.ts';
import { histories, live, type Outcome } from '../support/history.ts';
import { EVERYWHERE, recounted } from '../support/recount.ts';

const HISTORIES = 40;
/** Each round lives in a database of its own; a history goes on from where the one before it ended. */
const ROUNDS = Array.from({ length: Number(process.env['HISTORY_ROUNDS'] ?? 1) }, (_, index) => index + 1);

let api: Api;

const differences = () => recounted(api.database.url);

// What is counted here is written apart from the figures and from their recount: from the descriptions of the API.
const COUNTED = `
  count(*)::int as registrants,
  count(*) filter (where register_state = 'REGISTERED')::int as registered,
  count(*) filter (where register_state = 'REGISTERED' and sex = 'FEMALE')::int as women,
  count(*) filter (where register_state = 'REGISTERED' and age_band in ('UNDER_25', 'FROM_25_TO_34'))::int as under35,
  count(*) filter (where register_state = 'REGISTERED' and kind = 'MASTER')::int as masters,
  count(*) filter (where register_state = 'REGISTERED' and practising)::int as eligible,
  count(body_id)::int as members`;
const SEATS = `
  select (select count(*)::int from seat s join body b using (region_id) where b.id = s.body_id and b.level = $1
      and ($2::text is null or b.province_id = (select id from province where iso = $2))) as seats,
    (select count(*)::int from committee where level = $1
      and ($2::text is null or province_id = (select id from province where iso = $2))) as committees,
    (select coalesce(sum(attendees), 0)::int from outreach_session where state = 'HELD' and province_id is not null
      and ($2::text is null or province_id = (select id from province where iso = $2))) as attendees`;

type Figures = Record<string, { value: number | null }>;
const MEASURES = ['registrants', 'registered', 'women', 'under35', 'masters', 'eligible', 'members'];
const COMMITTEES = ['Planned', 'Formed', 'StatutesDrafted', 'Discharged', 'Failed'].map((s) => `committees${s}`);
const ALL = [...MEASURES, 'seats', 'outreachAttendees', ...COMMITTEES].map((name) => `${name} { value }`).join(' ');

const expectSameByApi = async (territory: 'MA-FES' | null, profession: string): Promise<void> => {
  const place = territory === null ? 'nation' : `province(code: "${territory}")`;
  const { data, errors } = await api.ask<Record<'place' | 'people', Record<'representation', Figures>>>(
    VIEWERS['central-service'],
    `query Cell($profession: ProfessionCode!) {
      place: ${place} { representation { ${ALL} } }
      people: ${place} { representation(profession: $profession) { ${MEASURES.map((m) => `${m} { value }`).join(' ')} } }
    }`,
    { profession },
  );
  expect(errors).toBeUndefined();
  const where = `($1::text is null or province_id = (select id from province where iso = $1))`;
  const [people, some, others] = await asRole(api.database.url, EVERYWHERE, async (client) => [
    (await client.query<Record<string, number>>(`select ${COUNTED} from artisan where ${where}`, [territory])).rows[0],
    (
      await client.query<Record<string, number>>(
        `select ${COUNTED} from artisan where ${where} and profession_id = (select id from profession where code = $2)`,
        [territory, profession],
      )
    ).rows[0],
    (await client.query<Record<string, number>>(SEATS, ['PROVINCIAL', territory])).rows[0],
  ]);
  const { place: whole, people: part } = data;
  for (const name of MEASURES) {
    expect([name, whole.representation[name]?.value]).toEqual([name, people?.[name]]);
    expect([name, part.representation[name]?.value]).toEqual([name, some?.[name]]);
  }
  const committees = COMMITTEES.reduce((sum, name) => sum + (whole.representation[name]?.value ?? Number.NaN), 0);
  expect(whole.representation['seats']?.value).toBe(others?.['seats']);
  expect(whole.representation['outreachAttendees']?.value).toBe(others?.['attendees']);
  expect(committees).toBe(others?.['committees']);
};

describe.each(ROUNDS)('after any history of writers at the same time, round %i,', () => {
  beforeAll(async () => {
    api = await testApi('empty');
    await withClient(api.database.url, (client) =>
      client.query(`insert into campaign (region_id, name_ar, name_fr, name_en, wave_id, planned_from, planned_to)
        select unnest('{0,3,10}'::smallint[]), 'حملة', 'Campagne', 'Campaign', 1, '2026-01-01', '2026-12-31'`),
    );
  });

  it('every figure is what a recount gives, and the API answers what a plain count gives', async () => {
    const outcome: Outcome = { statements: 0, rows: 0, refused: 0, deadlocks: 0, conflicts: 0 };
    const professions = await withClient(api.database.url, (client) =>
      client.query<{ code: string }>('select code from profession where id <= 4 order by id'),
    );
    await fc.assert(
      fc.asyncProperty(histories, fc.nat({ max: 3 }), async (history, index) => {
        await live(api.database.url, history, outcome);
        expect(await differences()).toEqual([]);
        await expectSameByApi('MA-FES', professions.rows[index]?.code ?? '');
        await expectSameByApi(null, professions.rows[index]?.code ?? '');
      }),
      // What the writers of a history meet differs from run to run, so that a smaller one need not fail as well.
      { numRuns: HISTORIES, endOnFailure: true },
    );
    expect(outcome.rows, JSON.stringify(outcome)).toBeGreaterThan(HISTORIES * 20);
    expect(outcome.refused, JSON.stringify(outcome)).toBeLessThan(outcome.statements / 3);
    // Several statements in one transaction take the same cells in any order: such writers meet now and then, and try again.
    expect(outcome.deadlocks, JSON.stringify(outcome)).toBeLessThan(outcome.statements / 5);
  }, 120_000);
});
