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

interface Called {
  readonly id: string;
  readonly electors: number;
}
type Kind = 'BOARD' | 'DELEGATES';

const call = ({ api, who }: Stage, bodyId: string, kind: Kind): Promise<Called> =>
  done<Called>(api, who, {
    name: 'callElection',
    input: { ...key(), bodyId, kind, calledOn: dayFrom(-20) },
    fields: 'id version electors',
  });

/** Puts forward, has everybody vote, and counts: nobody else stands. */
async function conclude(
  { api, who }: Stage,
  election: Called,
  { kind, people, standing }: { kind: Kind; people: readonly string[]; standing: readonly string[] },
) {
  const counts: { candidacyId: string; votes: number }[] = [];
  for (const [index, artisanId] of standing.entries()) {
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

/** Elects the delegates that are due from a body. */
export async function sendDelegates(stage: Stage, bodyId: string, at: { people: readonly string[]; due: number }) {
  const election = await call(stage, bodyId, 'DELEGATES');
  return conclude(stage, election, { kind: 'DELEGATES', people: at.people, standing: at.people.slice(0, at.due) });
}

type Body = { id: string; version: number };

/** Holds the founding assembly of a body whose committee is formed, and adopts its statutes. */
async function assemble({ api, who, territory }: Stage, bodyId: string, people: readonly string[]): Promise<void> {
  const convened = territory.includes('-0') || territory === 'MA' ? {} : { convened: people.length };
  const days = { calledOn: dayFrom(-60), scheduledOn: dayFrom(-30) };
  const venue = { venueAr: 'الغرفة', venueFr: 'Chambre' };
  const input = { ...key(), bodyId, ...days, ...convened, ...venue };
  const assembly = await done(api, who, { name: 'callFoundingAssembly', input });
  const minutes = { assemblyId: assembly.id, expectedVersion: 1, present: people.length, statutesAdopted: true };
  await done(api, who, { name: 'recordAssemblyMinutes', input: minutes });
}

/**
 * From the committee to the foundation; answers the founded body. The people vote; above the province they are the delegates whom
 * the bodies of the base elect once the election is called, and with it their number fixed.
 */
export async function found(
  stage: Stage,
  at: { people: () => Promise<readonly string[]>; members: object[] },
): Promise<Body> {
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
  const election = await call(stage, body.id, 'BOARD');
  const people = await at.people();
  await assemble(stage, body.id, people);
  await conclude(stage, election, { kind: 'BOARD', people, standing: people.slice(0, BOARD.length) });
  return done(api, who, { name: 'foundBody', input: { bodyId: body.id, expectedVersion: 3 } });
}

/** Takes a founded body to its approval. */
export const approve = ({ api, who }: Stage, { id, version }: Body): Promise<Body> =>
  done(api, who, { name: 'approveBody', input: { bodyId: id, expectedVersion: version, effectiveOn: dayFrom(-5) } });
