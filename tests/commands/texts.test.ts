import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { parseGlobalId } from '../../src/platform/lib/global-id.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { dayFrom, done, key } from '../support/commands.ts';
import { LEAVES } from '../support/inputs.ts';

const FES: Who = VIEWERS['regional-officer'];
const TANGER: Who = { role: 'regional-officer', region: 'MA-01' };
const CENTRE: Who = VIEWERS['central-officer'];

/** A text as it is typed or pasted, and as it is kept. */
class Typed {
  constructor(
    readonly typed: string,
    readonly kept: string,
  ) {}
}
const LINE = new Typed('\u00a0Cafe\u0301\t Fe\u0300s ـ\u2010 2 \n', 'Café Fès - 2');
const LINES = new Typed(' Un  \r\n\n\n\u2028 deu\u0301x ـ', 'Un\n\ndeúx');
const ARABIC = new Typed(' سعيـــد \ufe91\ufee8\ufe8e\ufee7\ufef2 ', 'سعيد بناني');
const LATIN = new Typed('Sai\u0308d\u2003 Ben\u2011Ali ', 'Saïd Ben-Ali');

/** The texts of inputs that are codes and numbers. */
const CODES = new Set([
  ...['idempotencyKey', 'province', 'territory', 'profession', 'bodyClass', 'office', 'code'],
  ...['nationalId', 'companyId', 'phone'],
]);

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

/** The texts of an input by their paths. */
function textsOf(input: unknown, path: string): [string, Typed][] {
  if (input instanceof Typed) return [[path, input]];
  if (Array.isArray(input)) return input.flatMap((one, index) => textsOf(one, `${path}[${String(index)}]`));
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => textsOf(value, `${path}.${name}`));
}

/** What was written by a mutation, as text: the changes, and what of them has no entry in the audit log. */
async function writtenBy(action: string): Promise<string> {
  const { rows } = await withClient(api.database.url, (client) =>
    client.query<{ written: object }>(
      `select after as written from audit_entry where action = $1
       union all select to_jsonb(p) from agenda_point p where $1 = 'callMeeting'
       union all select to_jsonb(r) from rule r where $1 = 'changeRule'`,
      [action],
    ),
  );
  return JSON.stringify(rows);
}

const typedSoFar = new Set<string>();

/** Asks for a change with texts as they are typed: each must be kept in its form, and none as it was typed. */
async function typed(who: Who, name: string, input: object): Promise<{ id: string; version: number }> {
  const texts = textsOf(input, 'input');
  const given: unknown = JSON.parse(
    JSON.stringify(input, (_name, value: unknown) => (value instanceof Typed ? value.typed : value)),
  );
  const fields = name === 'changeRule' ? { fields: 'value' } : {};
  const row = await done(api, who, { name, input: given as object, ...fields });
  const written = await writtenBy(name);
  for (const [path, text] of texts) {
    expect(written).toContain(JSON.stringify(text.kept));
    expect(written).not.toContain(JSON.stringify(text.typed));
    typedSoFar.add(`${name} ${path}`);
  }
  return row;
}

let people = 0;
const person = (more: object = {}) => {
  people += 1;
  return {
    ...{ ...key(), province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', sex: 'MALE', qualification: 'PRACTICE' },
    ...{ nameAr: 'سعيد بناني', nameLatin: 'Said Bennani', birthDate: '1984-05-06' },
    ...{ nationalId: `TY${String(100_000 + people)}`, ...more },
  };
};
const register = (more: object = {}) => done(api, FES, { name: 'registerArtisan', input: person(more) });

describe('every text of every change is kept in one form:', () => {
  it('those of an entry of the register', async () => {
    const { id } = await typed(FES, 'registerArtisan', person({ nameAr: ARABIC, nameLatin: LATIN }));
    await done(api, FES, {
      name: 'correctArtisan',
      input: { artisanId: id, expectedVersion: 1, nameAr: 'ابن', nameLatin: 'Ibn' },
    });
    await typed(FES, 'correctArtisan', { artisanId: id, expectedVersion: 2, nameAr: ARABIC, nameLatin: LATIN });
    await typed(FES, 'deleteArtisan', { artisanId: id, expectedVersion: 3, ground: 'ON_REQUEST', reason: LINES });
  });

  it('those of a register issue', async () => {
    const open = { ...key(), province: 'MA-FES', kind: 'DOCUMENTS', description: LINES };
    const { id } = await typed(FES, 'openRegisterIssue', open);
    await typed(FES, 'assignRegisterIssue', { issueId: id, expectedVersion: 1, assignee: LINE });
    await typed(FES, 'resolveRegisterIssue', { issueId: id, expectedVersion: 2, resolution: LINES });
  });

  it('those of a hand-over', async () => {
    const offer = async () => {
      const { id } = await register();
      const input = { artisanId: id, expectedVersion: 1, province: 'MA-TNG' };
      return done(api, FES, { name: 'offerHandOver', input });
    };
    await typed(FES, 'withdrawHandOver', { handOverId: (await offer()).id, expectedVersion: 1, reason: LINES });
    await offer();
    const query = '{ handOvers(filter: { states: [OFFERED] }) { nodes { id } } }';
    const { data } = await api.ask<{ handOvers: { nodes: { id: string }[] } }>(TANGER, query);
    const handOverId = data.handOvers.nodes[0]?.id;
    await typed(TANGER, 'declineHandOver', { handOverId, expectedVersion: 1, reason: LINES });
  });

  it('those of a case of duplicates', async () => {
    const [one, other] = [await register({ nationalId: 'TZ100001' }), await register({ nationalId: 'TZ100001' })];
    const merge = { artisanId: one.id, expectedVersion: 1, keptId: other.id, keptVersion: 1 };
    await typed(CENTRE, 'mergeArtisans', { ...merge, reason: LINES });
    const third = await register({ nationalId: 'TZ100001' });
    // As it was before a correction ended the case by itself.
    await withClient(api.database.url, (client) =>
      client.query("update artisan set national_id = 'TZ100002' where id = $1", [parseGlobalId(third.id)?.id]),
    );
    const query = '{ registerIssues(filter: { kinds: [DUPLICATE], states: [OPEN] }) { nodes { id version } } }';
    const { data } = await api.ask<{ registerIssues: { nodes: { id: string; version: number }[] } }>(FES, query);
    const { id, version } = data.registerIssues.nodes[0] ?? { id: '', version: 0 };
    await typed(CENTRE, 'separateDuplicates', { issueId: id, expectedVersion: version, resolution: LINES });
  });

  it('those of outreach and of the roadmap', async () => {
    const names = { nameAr: ARABIC, nameFr: LINE, nameEn: LINE };
    const days = { plannedFrom: dayFrom(1), plannedTo: dayFrom(30) };
    const campaign = await typed(FES, 'planCampaign', { ...key(), territory: 'MA-03', wave: 1, ...names, ...days });
    const at = { campaignId: campaign.id, plannedOn: dayFrom(2), kind: 'MEETING' };
    await typed(FES, 'planOutreachSession', { ...key(), ...at, venueAr: ARABIC, venueFr: LINE });
    const plan = { ...key(), territory: 'MA-03', kind: 'AWARENESS', wave: 1, ...days };
    const { id: phaseId } = await done(api, FES, { name: 'planPhase', input: plan });
    await typed(FES, 'planMilestone', { ...key(), phaseId, plannedOn: dayFrom(3), ...names });
  });

  it('those of a meeting and its decisions', async () => {
    const names = { nameAr: ARABIC, nameFr: LINE, nameEn: LINE };
    const venue = { venueAr: ARABIC, venueFr: LINE };
    const call = { ...key(), territory: 'MA-03', ...names, ...venue, scheduledOn: dayFrom(-1), agenda: [names] };
    const { id: meetingId } = await typed(FES, 'callMeeting', call);
    const attendance = [{ kind: 'CHAMBER', attendees: 3 }];
    await done(api, FES, { name: 'holdMeeting', input: { meetingId, expectedVersion: 1, attendance } });
    const texts = { textAr: LINES, textFr: LINES, owner: LINE };
    await typed(FES, 'recordDecision', { ...key(), meetingId, ...texts, dueOn: dayFrom(9) });
  });

  it('those of a committee and its assembly', async () => {
    const of = { territory: 'MA-FES', bodyClass: 'VEHICLE_REPAIR' };
    const { id: committeeId } = await done(api, FES, { name: 'planCommittee', input: { ...key(), ...of } });
    const member = { capacity: 'AMIN', nameAr: ARABIC, nameLatin: LATIN };
    const members = [{ ...member, chair: true }];
    await typed(FES, 'formCommittee', { committeeId, expectedVersion: 1, members });
    await typed(FES, 'addCommitteeMember', { committeeId, expectedVersion: 2, member });
    const { id: bodyId } = await done(api, FES, { name: 'planBody', input: { ...key(), ...of } });
    await done(api, FES, { name: 'prepareBody', input: { bodyId, expectedVersion: 1 } });
    await done(api, FES, { name: 'draftStatutes', input: { committeeId, expectedVersion: 2, present: 2 } });
    const call = { ...key(), bodyId, scheduledOn: dayFrom(20), convened: 40, venueAr: ARABIC, venueFr: LINE };
    await typed(FES, 'callFoundingAssembly', call);
  });

  it('those of a rule', async () => {
    const rule = { ...key(), code: 'ELIGIBLE_REGISTRANTS', level: 'PROVINCIAL', value: 25 };
    await typed(CENTRE, 'changeRule', { ...rule, source: LINE });
  });

  it('and there is no other text in any change, but for codes and numbers', () => {
    const texts = LEAVES.filter(({ parent, scalar }) => parent === 'Mutation' && scalar === 'String')
      .filter(({ path }) => !CODES.has(path.split('.').at(-1) ?? ''))
      .map(({ field, path }) => `${field} ${path}`);
    expect(texts.length).toBeGreaterThan(30);
    expect([...typedSoFar].toSorted()).toEqual(texts.toSorted());
  });
});
