import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { globalId } from '../../src/platform/lib/global-id.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { dayFrom, done, key, refusals, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];
const CENTRE = VIEWERS['central-officer'];
const CLASS = 'VEHICLE_REPAIR';
const SCOPES = ['records', 'capture', 'figures']
  .map((name) => `set_config('app.${name}', '{0,1,2,3,4,5,6,7,8,9,10,11,12}', false)`)
  .join(', ');

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

/** Runs as the owner, for what other parts of the house write. */
const owner = <Row extends object>(sql: string): Promise<Row[]> =>
  withClient(api.database.url, async (client) => {
    await client.query(`select ${SCOPES}`);
    return (await client.query<Row>(sql)).rows;
  });

const spot = (province: string): string =>
  `(select region_id from province where iso = '${province}') as region_id, (select id from province where iso = '${province}') as province_id`;

/** Registered, practising artisans of the class in a province. */
async function people(province: string, count: number): Promise<string[]> {
  const rows = await owner<{ id: number }>(`
    insert into artisan (region_id, province_id, profession_id, kind, name_ar, name_latin, search_ar, search_latin, sex,
      age_band, qualification, practising, register_state, applied_on, registered_on)
    select s.region_id, s.province_id, (select id from profession where code = 'VEH-01'), 'ARTISAN', 'صانع ' || n, 'Artisan ' || n,
      'صانع ' || n, 'artisan ' || n, 'MALE', 'FROM_35_TO_44', 'PRACTICE', true, 'REGISTERED', '2025-01-01', '2025-02-01'
    from generate_series(1, ${String(count)}) n cross join (select ${spot(province)}) s returning id`);
  return rows.map(({ id }) => globalId('Artisan', id));
}

const outreach = (province: string) =>
  owner(`with c as (insert into campaign (region_id, name_ar, name_fr, name_en, wave_id, planned_from, planned_to)
      select region_id, 'حملة', 'Campagne', 'Campaign', 1, '2026-01-01', '2026-12-31' from (select ${spot(province)}) s returning region_id, id)
    insert into outreach_session (region_id, province_id, campaign_id, body_class_id, kind, state, planned_on, held_on, venue_ar, venue_fr, attendees)
    select s.region_id, s.province_id, c.id, (select id from body_class where code = '${CLASS}'), 'MEETING', 'HELD', '2026-02-01',
      '2026-02-01', 'مقر', 'Siège', 40 from (select ${spot(province)}) s, c`);

/** A full board, its offices counted from the first one given; the first of all is the president's. */
const board = (bodyId: number, first = 1) =>
  owner(`insert into seat (region_id, body_id, province_id, office_id, name_ar, name_latin, sex, elected_on, term_ends_on)
    select region_id, id, province_id, ${String(first)} + n % ${String(7 - first)}, 'عضو', 'Member', 'MALE', '2026-03-01', '2032-03-01'
    from body cross join generate_series(1, 10) n where id = ${String(bodyId)}`);

const numberOf = (id: string): number => Number(/\d+$/.exec(Buffer.from(id, 'base64url').toString())?.[0]);
const member = (artisanId: string, chair = false) => ({ capacity: 'ARTISAN', artisanId, chair });

/** A body that is as far as its assembly being called. */
async function called(province: string, artisans: readonly string[]) {
  const [days, territory] = [{ formed: -120, drafted: -90, called: -60, held: -30 }, province];
  const at = { territory, bodyClass: CLASS };
  const committee = await done(api, OFFICER, { name: 'planCommittee', input: { ...at, ...key() } });
  const members = artisans.slice(0, 5).map((id, index) => member(id, index === 0));
  const formed = { committeeId: committee.id, expectedVersion: 1, members, formedOn: dayFrom(days.formed) };
  await done(api, OFFICER, { name: 'formCommittee', input: formed });
  const body = await done(api, OFFICER, { name: 'planBody', input: { ...at, ...key() } });
  await done(api, OFFICER, { name: 'prepareBody', input: { bodyId: body.id, expectedVersion: 1 } });
  const draft = { committeeId: committee.id, expectedVersion: 2, present: 3, draftedOn: dayFrom(days.drafted) };
  await done(api, OFFICER, { name: 'draftStatutes', input: draft });
  const call = { bodyId: body.id, calledOn: dayFrom(days.called), scheduledOn: dayFrom(days.held), convened: 40 };
  const venue = { venueAr: 'مقر الغرفة', venueFr: 'Siège de la chambre' };
  const assembly = await done(api, OFFICER, { name: 'callFoundingAssembly', input: { ...call, ...venue, ...key() } });
  return { committee, body, assembly };
}

describe('a provincial body', () => {
  let artisans: string[];
  let at: Awaited<ReturnType<typeof called>>;
  beforeAll(async () => {
    artisans = await people('MA-FES', 40);
    at = await called('MA-FES', artisans);
  });
  const found = (more: object = {}) =>
    tried(api, OFFICER, {
      name: 'foundBody',
      input: { bodyId: at.body.id, expectedVersion: 3, ...more },
      fields: 'id version state foundedOn',
    });

  it('is planned once for a class and territory', async () => {
    const again = await tried(api, OFFICER, {
      name: 'planBody',
      input: { territory: 'MA-FES', bodyClass: CLASS, ...key() },
    });
    expect(refusals(again)).toEqual(['input.bodyClass: BODY_EXISTS']);
  });

  it('is refused for each condition that is missing, with the rule and its source', async () => {
    const answer = await tried(api, OFFICER, { name: 'foundBody', input: { bodyId: at.body.id, expectedVersion: 2 } });
    expect(refusals(answer).length).toBeGreaterThan(2);
    expect(new Set(refusals(answer))).toEqual(new Set(['input.bodyId: NOT_READY']));
    expect(JSON.stringify(answer.userErrors)).toContain('Outreach sessions held');
  });

  it('adopts no statutes without a quorum, and more cannot be present than were convened', async () => {
    const record = (input: object) =>
      tried(api, OFFICER, {
        name: 'recordAssemblyMinutes',
        input: { assemblyId: at.assembly.id, expectedVersion: 1, ...input },
      });
    const few = await record({ present: 19, statutesAdopted: true });
    expect(refusals(few)).toEqual(['input.statutesAdopted: NO_QUORUM']);
    const many = await record({ present: 41, statutesAdopted: true });
    expect(refusals(many)).toEqual(['input.present: MORE_THAN_CONVENED']);
    const enough = await record({ present: 20, statutesAdopted: true });
    expect(enough.userErrors).toEqual([]);
  });

  it('is founded by exactly one of two officers, and ends its committee', async () => {
    await outreach('MA-FES');
    await board(numberOf(at.body.id));
    const answers = await Promise.all([found(), found()]);
    expect(answers.filter(({ row }) => row !== null)).toHaveLength(1);
    expect(answers.flatMap(refusals)).toEqual(['input.expectedVersion: STALE_VERSION']);
    const founded = answers.find(({ row }) => row !== null)?.row;
    expect(founded).toMatchObject({ version: 4, state: 'FOUNDED', foundedOn: dayFrom(-30) });
    const { data } = await api.ask(OFFICER, '{ committees { nodes { state dischargedOn } } }');
    expect(data).toEqual({ committees: { nodes: [{ state: 'DISCHARGED', dischargedOn: dayFrom(-30) }] } });
  });

  it('takes members who are eligible, and tells all who are not', async () => {
    const [foreign = ''] = await people('MA-MEK', 1);
    const join = (input: object) =>
      tried(api, OFFICER, { name: 'affiliateMembers', input: { bodyId: at.body.id, expectedVersion: 4, ...input } });
    const wrong = await join({ artisanIds: [artisans[0], foreign, 'x'] });
    expect(refusals(wrong)).toEqual(['input.artisanIds[1]: NOT_ELIGIBLE', 'input.artisanIds[2]: NOT_FOUND']);
    expect((await join({ artisanIds: artisans })).userErrors).toEqual([]);
    expect(refusals(await join({ artisanIds: [artisans[0]] }))).toEqual(['input.artisanIds[0]: MEMBER_ELSEWHERE']);
    const asked = `{ province(code: "MA-FES") { representation(bodyClass: "${CLASS}") { members { value } eligible { value } } } }`;
    const { data } = await api.ask(OFFICER, asked);
    expect(data).toEqual({ province: { representation: { members: { value: 40 }, eligible: { value: 40 } } } });
  });

  it('is approved by the region and not by an officer of the province, and told in every figure', async () => {
    const step = (name: string, version: number, who: Parameters<typeof tried>[1] = OFFICER) =>
      tried(api, who, { name, input: { bodyId: at.body.id, expectedVersion: version }, fields: 'state version' });
    const provincial = await step('approveBody', 4, VIEWERS['provincial-officer']);
    expect(refusals(provincial)).toEqual(['input.bodyId: NOT_OF_A_PROVINCE']);
    expect(refusals(await step('suspendBody', 4))).toEqual(['input.bodyId: WRONG_STATE']);
    expect((await step('approveBody', 4)).row).toEqual({ state: 'ACTIVE', version: 5 });
    expect((await step('suspendBody', 5)).row).toEqual({ state: 'SUSPENDED', version: 6 });
    expect((await step('resumeBody', 6)).row).toEqual({ state: 'ACTIVE', version: 7 });
  });

  it('leaves nobody behind when it is dissolved', async () => {
    const input = { bodyId: at.body.id, expectedVersion: 7 };
    await done(api, OFFICER, { name: 'dissolveBody', input });
    const asked = `{ province(code: "MA-FES") { representation(bodyClass: "${CLASS}") { members { value } seats { value } } } }`;
    const { data } = await api.ask(OFFICER, asked);
    expect(data).toEqual({ province: { representation: { members: { value: 0 }, seats: { value: 0 } } } });
    const again = await tried(api, OFFICER, { name: 'dissolveBody', input: { ...input, expectedVersion: 8 } });
    expect(refusals(again)).toEqual(['input.bodyId: WRONG_STATE']);
  });
});

describe('an assembly', () => {
  it('needs the notice of the rule, and a second call follows one without quorum only', async () => {
    const artisans = await people('MA-TAZ', 8);
    const { body, assembly } = await called('MA-TAZ', artisans);
    const call = (heldOn: number, calledOn: number) => {
      const days = { calledOn: dayFrom(calledOn), scheduledOn: dayFrom(heldOn) };
      const input = { bodyId: body.id, ...days, convened: 8, venueAr: 'مقر', venueFr: 'Siège', ...key() };
      return tried(api, OFFICER, { name: 'callFoundingAssembly', input, fields: 'call state' });
    };
    expect(refusals(await call(30, 0))).toEqual(['input.bodyId: ASSEMBLY_PENDING']);
    const missed = { assemblyId: assembly.id, expectedVersion: 1, present: 2, statutesAdopted: false };
    await done(api, OFFICER, { name: 'recordAssemblyMinutes', input: missed });
    expect(refusals(await call(14, 0))).toEqual(['input.scheduledOn: NOTICE_TOO_SHORT']);
    expect((await call(15, 0)).row).toEqual({ call: 2, state: 'CALLED' });
  });
});

describe('a body that is dissolved while its assembly waits', () => {
  it('adopts no statutes any more, and stays as it was left', async () => {
    const { body, assembly } = await called('MA-SEF', await people('MA-SEF', 8));
    await done(api, OFFICER, { name: 'dissolveBody', input: { bodyId: body.id, expectedVersion: 2 } });
    const minutes = { assemblyId: assembly.id, expectedVersion: 1, present: 40, statutesAdopted: true };
    const answer = await tried(api, OFFICER, { name: 'recordAssemblyMinutes', input: minutes });
    expect(refusals(answer)).toEqual(['input.assemblyId: WRONG_STATE']);
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Body { state statutesAdoptedOn assemblies { state version } } } }';
    const { data } = await api.ask(OFFICER, query, { id: body.id });
    const assemblies = [{ state: 'CALLED', version: 1 }];
    expect(data).toEqual({ node: { state: 'DISSOLVED', statutesAdoptedOn: null, assemblies } });
  });
});

describe('a board without a president', () => {
  it('founds no body, however many seats are held', async () => {
    const { body, assembly } = await called('MA-BOM', await people('MA-BOM', 40));
    const minutes = { assemblyId: assembly.id, expectedVersion: 1, present: 40, statutesAdopted: true };
    await done(api, OFFICER, { name: 'recordAssemblyMinutes', input: minutes });
    await outreach('MA-BOM');
    await board(numberOf(body.id), 2);
    const found = () => tried(api, OFFICER, { name: 'foundBody', input: { bodyId: body.id, expectedVersion: 3 } });
    expect(refusals(await found())).toEqual(['input.bodyId: NO_PRESIDENT']);
    const { data } = await api.ask(OFFICER, 'query ($id: ID!) { node(id: $id) { ... on Body { state version } } }', {
      id: body.id,
    });
    expect(data).toEqual({ node: { state: 'IN_PREPARATION', version: 3 } });
    await board(numberOf(body.id));
    expect((await found()).userErrors).toEqual([]);
  });
});

describe('a dated rule', () => {
  const change = (who: typeof CENTRE | typeof OFFICER, more: object = {}) => {
    const input = {
      code: 'ELIGIBLE_REGISTRANTS',
      level: 'PROVINCIAL',
      value: 20,
      source: 'Circular 1',
      ...key(),
      ...more,
    };
    return tried(api, who, { name: 'changeRule', input, fields: 'value validFrom validTo sourceStatus' });
  };

  it('is changed by the centre alone, and within its bounds', async () => {
    expect(refusals(await change(OFFICER))).toEqual(['CENTRAL_ONLY']);
    expect(refusals(await change(CENTRE, { code: 'ASSEMBLY_QUORUM', value: 2 }))).toEqual([
      'input.value: RULE_OUT_OF_BOUNDS',
    ]);
    expect(refusals(await change(CENTRE, { value: 20.5 }))).toEqual(['input.value: RULE_NOT_WHOLE']);
    for (const [code, value] of Object.entries({
      TERM_YEARS: 51,
      ASSEMBLY_NOTICE_DAYS: 366,
    })) {
      expect(refusals(await change(CENTRE, { code, value }))).toEqual(['input.value: RULE_OUT_OF_BOUNDS']);
    }
    const perSeat = { code: 'DELEGATES_PER_SEAT', level: 'REGIONAL' };
    expect(refusals(await change(CENTRE, { ...perSeat, value: 0 }))).toEqual(['input.value: RULE_OUT_OF_BOUNDS']);
    // The rule that it replaced ended.
    expect(refusals(await change(CENTRE, { code: 'MEMBERS_PER_DELEGATE' }))).toEqual(['input.code: RULE_UNKNOWN']);
    expect(refusals(await change(CENTRE, { code: 'NONE' }))).toEqual(['input.code: RULE_UNKNOWN']);
  });

  it('holds from its day on, and the one before it ends there', async () => {
    const { row } = await change(CENTRE);
    expect(row).toEqual({ value: 20, validFrom: dayFrom(0), validTo: null, sourceStatus: 'REPORTED' });
    await expect
      .poll(async () => {
        const { data: all } = await api.ask<{
          rules: { code: string; level: string; value: number; validTo: string | null }[];
        }>(null, '{ rules { code level value validTo } }');
        return all.rules
          .filter(({ code, level }) => code === 'ELIGIBLE_REGISTRANTS' && level === 'PROVINCIAL')
          .map(({ value, validTo }) => [value, validTo]);
      })
      .toEqual(
        expect.arrayContaining([
          [30, dayFrom(0)],
          [20, null],
        ]),
      );
  });

  it('that was mistyped today is corrected today', async () => {
    const mistyped = await change(CENTRE, { value: 99, source: 'Circular 8/2026' });
    expect(mistyped.row).toMatchObject({ value: 99, validFrom: dayFrom(0) });
    expect((await change(CENTRE, { value: 20 })).row).toMatchObject({
      value: 20,
      validFrom: dayFrom(0),
      validTo: null,
    });
    const later = { code: 'COMMITTEE_MEMBERS', validFrom: dayFrom(30) };
    expect((await change(CENTRE, { ...later, value: 7 })).row).toMatchObject({ value: 7 });
    expect((await change(CENTRE, { ...later, value: 6 })).row).toMatchObject({ value: 6, validFrom: dayFrom(30) });
    // The day of a rule that is to come cannot be moved before itself.
    expect(refusals(await change(CENTRE, { ...later, value: 6, validFrom: dayFrom(10) }))).toEqual([
      'input.validFrom: REPEATED',
    ]);
    await expect
      .poll(async () => {
        const { data: all } = await api.ask<{
          rules: { code: string; level: string; value: number; validFrom: string; validTo: string | null }[];
        }>(null, '{ rules { code level value validFrom validTo } }');
        return all.rules
          .filter(
            ({ code, level }) => ['ELIGIBLE_REGISTRANTS', 'COMMITTEE_MEMBERS'].includes(code) && level === 'PROVINCIAL',
          )
          .map(({ code, value, validFrom, validTo }) => [code, value, validFrom, validTo]);
      })
      .toEqual(
        expect.arrayContaining([
          ['ELIGIBLE_REGISTRANTS', 20, dayFrom(0), null],
          ['COMMITTEE_MEMBERS', 5, '2025-01-01', dayFrom(30)],
          ['COMMITTEE_MEMBERS', 6, dayFrom(30), null],
        ]),
      );
  });
});
