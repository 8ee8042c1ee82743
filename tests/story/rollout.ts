import type { Api, Who } from '../support/api.ts';
import { dayFrom, done, inLetters, key } from '../support/commands.ts';

export const CLASS = 'VEHICLE_REPAIR';
/** A board as the offices are laid out: an office for each seat. */
export const BOARD = [
  ...[
    'PRESIDENT',
    'VICE_PRESIDENT',
    'VICE_PRESIDENT',
    'SECRETARY',
    'DEPUTY_SECRETARY',
    'TREASURER',
    'DEPUTY_TREASURER',
  ],
  ...['COUNSELLOR', 'COUNSELLOR', 'COUNSELLOR'],
];

/** A step of the roll-out: who acts, and where. */
export interface Stage {
  readonly api: Api;
  readonly who: Who;
  readonly territory: string;
}

let born = 0;
/** Registers and accepts artisans of the class in a province; answers their ids. */
export async function register({ api, who, territory: province }: Stage, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    born += 1;
    const applicant = {
      ...{
        ...key(),
        province,
        profession: 'VEH-01',
        kind: 'ARTISAN',
        nameAr: 'أحمد الفاسي',
        nameLatin: `Ahmed ${inLetters(born)}`,
      },
      ...{
        sex: index % 3 === 0 ? 'FEMALE' : 'MALE',
        birthDate: '1985-01-02',
        qualification: 'PRACTICE',
        appliedOn: dayFrom(-200),
      },
      nationalId: `ST${String(born).padStart(6, '0')}`,
    };
    const { id } = await done(api, who, { name: 'registerArtisan', input: applicant });
    await done(api, who, {
      name: 'acceptRegistration',
      input: { artisanId: id, expectedVersion: 1, effectiveOn: dayFrom(-190) },
    });
    ids.push(id);
  }
  return ids;
}

/** Holds an awareness session and records whom it reached. */
export async function raiseAwareness({ api, who, territory: province }: Stage, region: string, reached: string[]) {
  const names = { nameAr: 'حملة التحسيس', nameFr: 'Campagne de sensibilisation' };
  const days = { plannedFrom: dayFrom(-180), plannedTo: dayFrom(-100) };
  const campaign = await done(api, who, {
    name: 'planCampaign',
    input: { ...key(), territory: region, wave: 1, ...names, ...days },
  });
  const venue = { venueAr: 'دار الصانع', venueFr: 'Maison de l’artisan' };
  const plan = {
    ...key(),
    campaignId: campaign.id,
    province,
    bodyClass: CLASS,
    kind: 'MEETING',
    plannedOn: dayFrom(-150),
    ...venue,
  };
  const session = await done(api, who, { name: 'planOutreachSession', input: plan });
  const attendance = [{ profession: 'VEH-01', women: 10, men: 25 }];
  const held = { sessionId: session.id, expectedVersion: 1, heldOn: dayFrom(-150), attendance };
  await done(api, who, { name: 'holdOutreachSession', input: held });
  await done(api, who, {
    name: 'recordReachedArtisans',
    input: { sessionId: session.id, expectedVersion: 2, artisanIds: reached },
  });
}

/** Elects a board or delegates, unopposed, with everybody voting. */
export async function elect(
  { api, who }: Stage,
  bodyId: string,
  at: { kind: 'BOARD' | 'DELEGATES'; people: readonly string[] },
) {
  const { kind, people } = at;
  const election = await done(api, who, {
    name: 'callElection',
    input: { ...key(), bodyId, kind, calledOn: dayFrom(-20) },
  });
  const counts: { candidacyId: string; votes: number }[] = [];
  for (const [index, artisanId] of people.slice(0, 10).entries()) {
    const office = kind === 'BOARD' ? { office: BOARD[index] } : {};
    const input = { ...key(), electionId: election.id, artisanId, ...office };
    const { id } = await done(api, who, { name: 'addCandidacy', input });
    counts.push({ candidacyId: id, votes: kind === 'BOARD' ? people.length : 1 });
  }
  const roll = { electionId: election.id, expectedVersion: 1, artisanIds: people };
  await done(api, who, { name: 'recordVoters', input: roll });
  const close = { electionId: election.id, expectedVersion: 2, counts, heldOn: dayFrom(-10) };
  return done(api, who, {
    name: 'closeElection',
    input: close,
    fields: 'id version state turnout electors termEndsOn',
  });
}

type Body = { id: string; version: number };

/** From the committee to the foundation; answers the founded body. */
export async function found(stage: Stage, at: { people: readonly string[]; members: object[] }): Promise<Body> {
  const { api, who, territory } = stage;
  const of = { territory, bodyClass: CLASS };
  const committee = await done(api, who, { name: 'planCommittee', input: { ...key(), ...of } });
  const committeeId = committee.id;
  const formed = { committeeId, expectedVersion: 1, members: at.members, formedOn: dayFrom(-120) };
  await done(api, who, { name: 'formCommittee', input: formed });
  const body = await done(api, who, { name: 'planBody', input: { ...key(), ...of } });
  await done(api, who, { name: 'prepareBody', input: { bodyId: body.id, expectedVersion: 1 } });
  const draft = { committeeId, expectedVersion: 2, present: at.members.length, draftedOn: dayFrom(-90) };
  await done(api, who, { name: 'draftStatutes', input: draft });
  const convened = territory.includes('-0') || territory === 'MA' ? {} : { convened: at.people.length };
  const call = {
    ...key(),
    bodyId: body.id,
    calledOn: dayFrom(-60),
    scheduledOn: dayFrom(-30),
    ...convened,
    venueAr: 'الغرفة',
    venueFr: 'Chambre',
  };
  const assembly = await done(api, who, { name: 'callFoundingAssembly', input: call });
  const minutes = { assemblyId: assembly.id, expectedVersion: 1, present: at.people.length, statutesAdopted: true };
  await done(api, who, { name: 'recordAssemblyMinutes', input: minutes });
  await elect(stage, body.id, { kind: 'BOARD', people: at.people });
  return done(api, who, { name: 'foundBody', input: { bodyId: body.id, expectedVersion: 3 } });
}

/** Takes a founded body to its approval. */
export const approve = ({ api, who }: Stage, { id, version }: Body): Promise<Body> =>
  done(api, who, { name: 'approveBody', input: { bodyId: id, expectedVersion: version, effectiveOn: dayFrom(-5) } });
