import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { dayFrom, done, key, refusals, tried } from '../support/commands.ts';

const OFFICER = VIEWERS['regional-officer'];

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const attempt = (name: string, input: object, fields?: string) =>
  tried(api, OFFICER, { name, input, ...(fields === undefined ? {} : { fields }) });
const texts = { nameAr: 'اسم', nameFr: 'Nom' };

describe('outreach', () => {
  const venue = { venueAr: 'مقر', venueFr: 'Siège' };
  const days = { plannedFrom: dayFrom(-30), plannedTo: dayFrom(30) };

  it('counts who came by profession and sex, and whom it reached once', async () => {
    const campaign = await done(api, OFFICER, {
      name: 'planCampaign',
      input: { ...key(), territory: 'MA-03', wave: 1, ...texts, ...days },
    });
    const plan = {
      ...key(),
      campaignId: campaign.id,
      province: 'MA-FES',
      bodyClass: 'HAIRDRESSING',
      kind: 'MEETING',
      ...venue,
    };
    const late = await attempt('planOutreachSession', { ...plan, bodyClass: 'VEHICLE_REPAIR', plannedOn: dayFrom(31) });
    expect(refusals(late)).toEqual(['input.plannedOn: OUT_OF_CAMPAIGN']);
    const session = await done(api, OFFICER, {
      name: 'planOutreachSession',
      input: { ...plan, ...key(), bodyClass: 'VEHICLE_REPAIR', plannedOn: dayFrom(-3) },
    });
    const hold = (attendance: object[]) =>
      attempt(
        'holdOutreachSession',
        { sessionId: session.id, expectedVersion: 1, attendance },
        'state attendees womenAttendees attendance { women profession { code } }',
      );
    const twice = await hold([
      { profession: 'VEH-01', women: 1, men: 1 },
      { profession: 'VEH-01', women: -1, men: 1 },
    ]);
    expect(refusals(twice)).toEqual([
      'input.attendance[1].profession: PROFESSION_REPEATED',
      'input.attendance[1]: NEGATIVE',
    ]);
    const held = await hold([
      { profession: 'VEH-01', women: 3, men: 9 },
      { profession: 'VEH-02', women: 2, men: 0 },
    ]);
    expect(held.row).toMatchObject({ state: 'HELD', attendees: 14, womenAttendees: 5 });
    const { data } = await api.ask<{ province: { artisans: { nodes: { id: string }[] } } }>(
      OFFICER,
      '{ province(code: "MA-FES") { artisans(first: 3) { nodes { id } } } }',
    );
    const artisanIds = data.province.artisans.nodes.map(({ id }) => id);
    const reach = () =>
      attempt('recordReachedArtisans', { sessionId: session.id, expectedVersion: 2, artisanIds }, 'reached');
    expect((await reach()).row).toEqual({ reached: 3 });
    expect((await reach()).row).toEqual({ reached: 3 });
    const cancel = await attempt('cancelOutreachSession', { sessionId: session.id, expectedVersion: 2 });
    expect(refusals(cancel)).toEqual(['input.sessionId: WRONG_STATE']);
  });

  it('is planned for regions, within the wall', async () => {
    const far = await attempt('planCampaign', { ...key(), territory: 'MA-07', wave: 1, ...texts, ...days });
    expect(refusals(far)).toEqual(['input.territory: OUT_OF_REACH']);
    const narrow = await attempt('planCampaign', { ...key(), territory: 'MA-FES', wave: 99, ...texts, ...days });
    expect(refusals(narrow)).toEqual(['input.territory: NOT_A_REGION', 'input.wave: NO_SUCH_WAVE']);
  });
});

describe('a meeting', () => {
  it('is called with its agenda, held with its attendance, and decides with an owner and a day', async () => {
    const call = { ...key(), territory: 'MA-03', ...texts, scheduledOn: dayFrom(-2), agenda: [texts, texts] };
    const meeting = await done(api, OFFICER, { name: 'callMeeting', input: call });
    const meetingId = meeting.id;
    const decide = {
      ...key(),
      meetingId,
      textAr: 'قرار',
      textFr: 'Décision',
      owner: 'Direction régionale',
      dueOn: dayFrom(-1),
    };
    expect(refusals(await attempt('recordDecision', decide))).toEqual(['input.meetingId: WRONG_STATE']);
    const attendance = [
      { kind: 'CHAMBER', attendees: 4, organiser: true },
      { kind: 'AMIN', attendees: 12 },
    ];
    await done(api, OFFICER, { name: 'holdMeeting', input: { meetingId, expectedVersion: 1, attendance } });
    const decision = await done(api, OFFICER, { name: 'recordDecision', input: { ...decide, ...key() } });
    const { data } = await api.ask<{ node: object }>(
      OFFICER,
      'query($id: ID!) { node(id: $id) { ... on Meeting { state agenda { number } decisions { owner isLate doneOn } } } }',
      { id: meetingId },
    );
    expect(data.node).toEqual({
      state: 'HELD',
      agenda: [{ number: 1 }, { number: 2 }],
      decisions: [{ owner: 'Direction régionale', isLate: true, doneOn: null }],
    });
    const complete = (expectedVersion: number, on?: string) =>
      attempt('completeDecision', { decisionId: decision.id, expectedVersion, effectiveOn: on }, 'doneOn isLate');
    expect(refusals(await complete(1, dayFrom(-3)))).toEqual(['input.effectiveOn: DAY_BEFORE']);
    expect((await complete(1)).row).toEqual({ doneOn: dayFrom(0), isLate: true });
    expect(refusals(await complete(2))).toEqual(['input.decisionId: DONE']);
  });
});

describe('a text that is optional', () => {
  it('is not empty where it is given', async () => {
    const blank = { nameEn: ' ', venueAr: '', venueFr: ' ' };
    const call = { ...key(), territory: 'MA-03', ...texts, ...blank, scheduledOn: dayFrom(9) };
    const agenda = [{ ...texts, nameEn: '' }];
    expect(refusals(await attempt('callMeeting', { ...call, agenda }))).toEqual([
      'input.agenda[0].nameEn: EMPTY_TEXT',
      'input.nameEn: EMPTY_TEXT',
      'input.venueAr: EMPTY_TEXT',
      'input.venueFr: EMPTY_TEXT',
    ]);
    const days = { plannedFrom: dayFrom(-30), plannedTo: dayFrom(30) };
    const plan = { ...key(), territory: 'MA-03', wave: 1, ...texts, nameEn: '', ...days };
    expect(refusals(await attempt('planCampaign', plan))).toEqual(['input.nameEn: EMPTY_TEXT']);
  });
});

describe('the roadmap', () => {
  it('plans phases and milestones, and tells what is late', async () => {
    const plan = {
      ...key(),
      territory: 'MA-03',
      kind: 'AWARENESS',
      wave: 2,
      plannedFrom: dayFrom(-20),
      plannedTo: dayFrom(-10),
    };
    const phase = await done(api, OFFICER, { name: 'planPhase', input: plan });
    const step = (name: string, expectedVersion: number, on: string) =>
      attempt(name, { phaseId: phase.id, expectedVersion, effectiveOn: on });
    expect(refusals(await step('finishPhase', 1, dayFrom(-5)))).toEqual(['input.phaseId: WRONG_STATE']);
    expect((await step('startPhase', 1, dayFrom(-18))).userErrors).toEqual([]);
    expect(refusals(await step('finishPhase', 2, dayFrom(-19)))).toEqual(['input.effectiveOn: DAY_BEFORE']);
    expect((await step('finishPhase', 2, dayFrom(-8))).userErrors).toEqual([]);
    const milestone = await done(api, OFFICER, {
      name: 'planMilestone',
      input: { ...key(), phaseId: phase.id, province: 'MA-FES', ...texts, plannedOn: dayFrom(-9) },
      fields: 'id version isLate',
    });
    expect(milestone).toMatchObject({ isLate: true });
    const blank = { ...key(), phaseId: phase.id, ...texts, nameEn: ' ', plannedOn: dayFrom(-9) };
    expect(refusals(await attempt('planMilestone', blank))).toEqual(['input.nameEn: EMPTY_TEXT']);
    const moved = { milestoneId: milestone.id, expectedVersion: 1, plannedOn: dayFrom(5) };
    expect((await attempt('replanMilestone', moved, 'isLate')).row).toEqual({ isLate: false });
    const reach = (expectedVersion: number) =>
      attempt('reachMilestone', { milestoneId: milestone.id, expectedVersion }, 'isLate actualOn');
    expect((await reach(2)).row).toEqual({ isLate: false, actualOn: dayFrom(0) });
    expect(refusals(await reach(3))).toEqual(['input.milestoneId: REACHED']);
  });
});

describe('the register', () => {
  it('leads an entry through its life, and ends a membership with it', async () => {
    const applicant = {
      ...{ ...key(), province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', nameAr: 'سعيد', nameLatin: 'Said' },
      ...{ sex: 'MALE', birthDate: '1980-01-01', qualification: 'PRACTICE', nationalId: 'ZQ12345' },
    };
    const { id: artisanId } = await done(api, OFFICER, { name: 'registerArtisan', input: applicant });
    const step = (name: string, expectedVersion: number, more: object = {}) =>
      attempt(
        name,
        { artisanId, expectedVersion, ...more },
        'registerState version registerNumber province { code } profession { code }',
      );
    expect(refusals(await step('suspendArtisan', 1))).toEqual(['input.artisanId: WRONG_STATE']);
    const accepted = (await step('acceptRegistration', 1)).row;
    expect(accepted).toMatchObject({ registerState: 'REGISTERED', version: 2 });
    expect(accepted?.['registerNumber']).toMatch(/^N\d{10}$/);
    expect((await step('suspendArtisan', 2)).row).toMatchObject({ registerState: 'SUSPENDED' });
    expect((await step('reinstateArtisan', 3)).row).toMatchObject({ registerState: 'REGISTERED' });
    expect(refusals(await step('moveArtisan', 4, { province: 'MA-MAR' }))).toEqual(['input.province: OTHER_REGION']);
    expect((await step('moveArtisan', 4, { province: 'MA-MEK' })).row).toMatchObject({
      province: { code: 'MA-MEK' },
    });
    const changed = await step('changeProfession', 5, { profession: 'HAI-01' });
    expect(changed.row).toMatchObject({ profession: { code: 'HAI-01' } });
    const gone = await step('deleteArtisan', 6, { ground: 'ON_REQUEST', reason: 'Retraite' });
    expect(gone.row).toMatchObject({ registerState: 'DELETED' });
    expect(refusals(await step('reinstateArtisan', 7))).toEqual(['input.artisanId: WRONG_STATE']);
  });

  it('keeps whoever holds a seat until the seat is left', async () => {
    const query =
      '{ bodies(filter: { levels: [PROVINCIAL], states: [ACTIVE] }, first: 1) { nodes { seats { artisan { id version } } } } }';
    interface Seated {
      bodies: { nodes: { seats: { artisan: { id: string; version: number } | null }[] }[] };
    }
    const { data } = await api.ask<Seated>(OFFICER, query);
    const holder = data.bodies.nodes[0]?.seats.find(({ artisan }) => artisan !== null)?.artisan;
    const input = { artisanId: holder?.id, expectedVersion: holder?.version, ground: 'EX_OFFICIO', reason: 'x' };
    expect(refusals(await attempt('deleteArtisan', input))).toEqual(['input.artisanId: HOLDS_OFFICE']);
  });
});
