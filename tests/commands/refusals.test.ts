import { beforeAll, describe, expect, it } from 'vitest';
import { parseGlobalId } from '../../src/platform/lib/global-id.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { dayFrom, done, key, refusals, tried } from '../support/commands.ts';
import { applicationOf, CENTRE, FES, nextNumber, registerOf, TANGER } from '../support/numbers.ts';

// Refusals that no other test of the commands meets, each as a client would meet it.
let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const change = async (who: Who, name: string, input: object): Promise<string[]> =>
  refusals(await tried(api, who, { name, input }));

interface Found {
  readonly id: string;
  readonly version: number;
  readonly members: { readonly nodes: readonly { readonly id: string }[] };
  readonly delegates: readonly { readonly artisan: { readonly id: string } | null }[];
}

async function bodyOf(level: string, state: string): Promise<Found> {
  const query = `{ bodies(first: 1, filter: { levels: [${level}], states: [${state}] }) { nodes { id version
    members(first: 20) { nodes { id } } delegates { artisan { id } } } } }`;
  const [body] = (await api.ask<{ bodies: { nodes: Found[] } }>(CENTRE, query)).data.bodies.nodes;
  if (body === undefined) throw new Error(`The demonstration has no ${level} body that is ${state}.`);
  return body;
}

const of = ({ id, version }: Found) => ({ bodyId: id, expectedVersion: version });

describe('an application', () => {
  it('of an organisation needs its own fields, and takes none of a person', async () => {
    const cooperative = applicationOf(FES, nextNumber(), { kind: 'COOPERATIVE' });
    expect(await change(FES, 'registerArtisan', cooperative)).toEqual(
      expect.arrayContaining(['input.companyId: ORGANISATION_NEEDS', 'input.sex: PERSONS_ONLY']),
    );
  });
});

describe('what is planned in a province', () => {
  it.each([
    ['planOutreachSession', 'campaign', 'planCampaign'],
    ['planMilestone', 'phase', 'planPhase'],
  ])('is in the region of what it belongs to: %s', async (name, thing, plan) => {
    const days = { plannedFrom: dayFrom(1), plannedTo: dayFrom(50) };
    const names = name === 'planMilestone' ? { kind: 'AWARENESS' } : { nameAr: 'حملة', nameFr: 'Campagne' };
    const { id } = await done(api, CENTRE, {
      name: plan,
      input: { ...key(), territory: 'MA-03', wave: 1, ...days, ...names },
    });
    const ofSession = { kind: 'MEETING', venueAr: 'دار', venueFr: 'Maison', plannedOn: dayFrom(10) };
    const ofMilestone = { nameAr: 'محطة', nameFr: 'Jalon', plannedOn: dayFrom(10) };
    const of = name === 'planMilestone' ? ofMilestone : ofSession;
    const input = { ...key(), [`${thing}Id`]: id, province: 'MA-MAR', ...of };
    expect(await change(CENTRE, name, input)).toEqual(['input.province: PROVINCE_ELSEWHERE']);
  });
});

describe('a code', () => {
  it('that does not exist is refused under its path', async () => {
    expect(await change(CENTRE, 'planBody', { ...key(), territory: 'XX', bodyClass: 'XX' })).toEqual([
      'input.territory: NO_SUCH_TERRITORY',
      'input.bodyClass: NO_SUCH_CODE',
    ]);
  });
});

describe('a member of a committee', () => {
  it('who is no artisan is named', async () => {
    const place = { territory: 'MA-TNG', bodyClass: 'WOOD' };
    const query = '{ committees(first: 1, filter: { states: [FORMED] }) { nodes { id version } } }';
    const found = (await api.ask<{ committees: { nodes: Found[] } }>(CENTRE, query)).data.committees.nodes[0];
    const committee = found ?? (await done(api, CENTRE, { name: 'planCommittee', input: { ...key(), ...place } }));
    const input = { committeeId: committee.id, expectedVersion: committee.version, member: { capacity: 'AMIN' } };
    expect(await change(CENTRE, 'addCommitteeMember', input)).toEqual(['input.member: MEMBER_NAMED']);
  });
});

describe('an election of a board', () => {
  it('takes candidates for an office alone', async () => {
    const body = await bodyOf('PROVINCIAL', 'ACTIVE');
    const called = { ...key(), bodyId: body.id, kind: 'BOARD', calledOn: dayFrom(0) };
    const { id: electionId, version } = await done(api, CENTRE, { name: 'callElection', input: called });
    const candidate = { ...key(), electionId, artisanId: body.members.nodes[0]?.id };
    expect(await change(CENTRE, 'addCandidacy', candidate)).toEqual(['input.office: OFFICE_NEEDED']);
    await done(api, CENTRE, { name: 'cancelElection', input: { electionId, expectedVersion: version } });
  });
});

describe('a body above the province', () => {
  it('has no members of its own', async () => {
    const body = await bodyOf('REGIONAL', 'ACTIVE').catch(() => bodyOf('REGIONAL', 'FOUNDED'));
    for (const name of ['affiliateMembers', 'withdrawMembers']) {
      expect(await change(CENTRE, name, { ...of(body), artisanIds: ['x'] })).toEqual(['input.bodyId: PROVINCIAL_ONLY']);
    }
  });

  it('sends no delegates where there is none above it', async () => {
    const input = { ...key(), bodyId: (await bodyOf('NATIONAL', 'PLANNED')).id, kind: 'DELEGATES' };
    expect(await change(CENTRE, 'callElection', input)).toEqual([
      'input.bodyId: NOT_ELECTING',
      'input.kind: NO_DELEGATES_ABOVE',
    ]);
  });

  it('convenes the delegates of its base, and no other number of people', async () => {
    const place = { territory: 'MA-11', bodyClass: 'WOOD' };
    const committee = await done(api, CENTRE, { name: 'planCommittee', input: { ...key(), ...place } });
    const committeeId = committee.id;
    const official = { capacity: 'ADMINISTRATION', nameAr: 'ممثل الإدارة' };
    const members = ['Said Alami', 'Omar Alami', 'Amina Alami', 'Rachid Alami', 'Leila Alami'].map(
      (nameLatin, index) => ({ ...official, nameLatin, chair: index === 0 }),
    );
    const formed = { committeeId, expectedVersion: 1, members, formedOn: dayFrom(-90) };
    await done(api, CENTRE, { name: 'formCommittee', input: formed });
    const body = await done(api, CENTRE, { name: 'planBody', input: { ...key(), ...place } });
    await done(api, CENTRE, { name: 'prepareBody', input: { bodyId: body.id, expectedVersion: 1 } });
    const drafted = { committeeId, expectedVersion: 2, present: 5, draftedOn: dayFrom(-60) };
    await done(api, CENTRE, { name: 'draftStatutes', input: drafted });
    const call = { ...key(), bodyId: body.id, calledOn: dayFrom(-40), scheduledOn: dayFrom(-10), venueAr: 'الغرفة' };
    const input = { ...call, venueFr: 'Chambre', convened: 999 };
    expect(await change(CENTRE, 'callFoundingAssembly', input)).toEqual(['input.convened: CONVENED_MISMATCH']);
  });
});

describe('an election of delegates', () => {
  it('takes no delegate, no candidate who has withdrawn, and ends without a seat where all are sent', async () => {
    const body = await bodyOf('PROVINCIAL', 'ACTIVE');
    const sent = body.delegates.flatMap(({ artisan }) => (artisan === null ? [] : [artisan.id]));
    const others = body.members.nodes.map(({ id }) => id).filter((id) => !sent.includes(id));
    const called = { ...key(), bodyId: body.id, kind: 'DELEGATES', calledOn: dayFrom(0) };
    const { id: electionId } = await done(api, CENTRE, { name: 'callElection', input: called });
    const stand = (artisanId?: string) => ({ name: 'addCandidacy', input: { ...key(), electionId, artisanId } });
    expect(refusals(await tried(api, CENTRE, stand(sent[0])))).toEqual(['input.artisanId: ONE_DELEGATION']);
    const [one, two] = [await done(api, CENTRE, stand(others[0])), await done(api, CENTRE, stand(others[1]))];
    const withdrawal = { candidacyId: two.id, expectedVersion: two.version };
    const { version } = await done(api, CENTRE, { name: 'withdrawCandidacy', input: withdrawal });
    const again = { candidacyId: two.id, expectedVersion: version };
    expect(await change(CENTRE, 'withdrawCandidacy', again)).toEqual(['input.candidacyId: WITHDRAWN']);

    const roll = { electionId, expectedVersion: 1, artisanIds: Array.from({ length: 30 }, (_, n) => `x${String(n)}`) };
    const many = await change(CENTRE, 'recordVoters', roll);
    expect(many).toHaveLength(21);
    expect([many[0], many.at(-1)]).toEqual(['input.artisanIds[0]: NO_ELECTOR', 'MORE_REASONS']);
    const voters = await done(api, CENTRE, {
      name: 'recordVoters',
      input: { ...roll, artisanIds: others.slice(0, 3) },
    });
    const count = { electionId, expectedVersion: voters.version, counts: [{ candidacyId: one.id, votes: 1 }] };
    expect(await change(CENTRE, 'closeElection', count)).toEqual(['input.electionId: NOTHING_TO_FILL']);
  });
});

describe('a case of duplicates', () => {
  it('is what is confirmed and closed, and no other issue', async () => {
    const opened = { ...key(), province: 'MA-FES', kind: 'DOCUMENTS', description: 'Une pièce manque' };
    const issue = await done(api, CENTRE, { name: 'openRegisterIssue', input: opened });
    const input = { issueId: issue.id, expectedVersion: issue.version };
    expect(await change(CENTRE, 'confirmDuplicate', input)).toEqual(['input.issueId: NO_CASE']);
  });

  it('is not confirmed where no other entry has the number any more', async () => {
    const register = registerOf(api);
    const number = nextNumber();
    const first = await register.register(TANGER, number);
    const second = await register.register(FES, number);
    const [issue] = second.registerIssues.nodes;
    // As in a register whose cases did not end by themselves yet.
    await withClient(api.database.url, (client) =>
      client.query('update artisan set national_id = null where id = $1', [parseGlobalId(first.id)?.id]),
    );
    const input = { issueId: issue?.id, expectedVersion: issue?.version };
    expect(await change(VIEWERS['central-officer'], 'confirmDuplicate', input)).toEqual(['input.issueId: ALONE']);
  });
});
