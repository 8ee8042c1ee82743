import { expect } from 'vitest';
import { register } from '../story/rollout.ts';
import { VIEWERS, type Api, type Who } from './api.ts';
import { dayFrom, done } from './commands.ts';

export const PROVINCE = 'MA-FES';
export const BODY_CLASS = 'VEHICLE_REPAIR';
export const OFFICER: Who = VIEWERS['regional-officer'];
export const PROVINCIAL: Who = VIEWERS['provincial-officer'];
export const STRANGER: Who = { role: 'regional-officer', region: 'MA-01' };
/** How many are registered there, all of them convened to each assembly. */
export const PEOPLE = 8;
/** The offices that are stood for, in their order, and how many seats each has. */
export const OFFICES = { PRESIDENT: 1, COUNSELLOR: 3 } as const;
export type Office = keyof typeof OFFICES;

export interface CommitteeWorld {
  state: 'PLANNED' | 'FORMED' | 'STATUTES_DRAFTED' | 'DISCHARGED' | 'FAILED';
  version: number;
  /** People by number, the chair first. */
  members: number[];
}

export interface AssemblyWorld {
  readonly committee: CommitteeWorld;
  state: 'CALLED' | 'HELD' | 'NO_QUORUM' | 'CANCELLED';
  version: number;
  readonly call: number;
  /** Days are told from today: -1 is yesterday. */
  readonly heldOn: number;
  present: number | null;
  statutesAdopted: boolean;
}

export interface CandidateWorld {
  readonly person: number;
  readonly office: Office | null;
  withdrawn: boolean;
  elected: boolean | null;
}

export interface ElectionWorld {
  readonly kind: 'BOARD' | 'DELEGATES';
  state: 'CALLED' | 'CLOSED' | 'CANCELLED';
  version: number;
  readonly voters: Set<number>;
  readonly candidates: CandidateWorld[];
}

export interface BodyWorld {
  state: 'PLANNED' | 'IN_PREPARATION' | 'FOUNDED' | 'ACTIVE' | 'SUSPENDED' | 'DISSOLVED';
  version: number;
  statutesAdoptedOn: number | null;
  foundedOn: number | null;
  approvedOn: number | null;
  suspendedOn: number | null;
  dissolvedOn: number | null;
  members: number[];
  /** Nobody holds a vacant seat. */
  board: { readonly office: Office; holder: number | null }[];
  delegates: number[];
  readonly assemblies: AssemblyWorld[];
  readonly elections: ElectionWorld[];
}

/** What must be true of the class in the province, told by the law and not by the code. */
export interface World {
  committee: CommitteeWorld | null;
  body: BodyWorld | null;
  /** Who is suspended in the register, and may neither join, stand nor vote. */
  readonly suspended: Set<number>;
}

export interface Versioned {
  id: string;
  version: number;
}
interface Held extends Versioned {
  artisan: { id: string } | null;
}
export interface SeenCommittee extends Versioned {
  state: string;
  members: { nodes: (Versioned & { artisan: { id: string } })[] };
}
export interface SeenElection extends Versioned {
  kind: string;
  state: string;
  turnout: number;
  candidacies: (Versioned & {
    nameLatin: string;
    office: { code: string } | null;
    withdrawnOn: string | null;
    elected: boolean | null;
  })[];
}
export interface SeenBody extends Versioned {
  state: string;
  statutesAdoptedOn: string | null;
  foundedOn: string | null;
  approvedOn: string | null;
  suspendedOn: string | null;
  dissolvedOn: string | null;
  members: { nodes: { id: string }[] };
  seats: (Held & { office: { code: string } })[];
  delegates: Held[];
  assemblies: (Versioned & {
    state: string;
    call: number;
    scheduledOn: string;
    heldOn: string | null;
    present: number | null;
    statutesAdopted: boolean;
  })[];
  elections: { nodes: SeenElection[] };
}

/** The class in the province as the API has it: the ids, and what was read last. */
export interface Land {
  readonly api: Api;
  readonly people: readonly { readonly id: string; readonly nameLatin: string }[];
  committeeId: string | null;
  bodyId: string | null;
  committee: SeenCommittee | null;
  body: SeenBody | null;
}

const COMMITTEE = '... on Committee { id version state members(first: 60) { nodes { id version artisan { id } } } }';
const BODY = `... on Body { id version state statutesAdoptedOn foundedOn approvedOn suspendedOn dissolvedOn
  members(first: 20) { nodes { id } }
  seats { id version office { code } artisan { id } } delegates { id version artisan { id } }
  assemblies { id version state call scheduledOn heldOn present statutesAdopted }
  elections(first: 50) { nodes { id version kind state turnout
    candidacies { id version nameLatin withdrawnOn elected office { code } } } } }`;

/** Reads everything of the class in the province anew. */
async function look(land: Land): Promise<void> {
  const asked = [
    land.committeeId === null ? '' : `committee: node(id: "${land.committeeId}") { ${COMMITTEE} }`,
    land.bodyId === null ? '' : `body: node(id: "${land.bodyId}") { ${BODY} }`,
  ].join(' ');
  if (asked.trim() === '') return;
  const { data, errors } = await land.api.ask<Partial<Pick<Land, 'committee' | 'body'>>>(OFFICER, `{ ${asked} }`);
  expect(errors).toBeUndefined();
  land.committee = data.committee ?? null;
  land.body = data.body ?? null;
}

const dayOrNull = (days: number | null): string | null => (days === null ? null : dayFrom(days));

function told(body: BodyWorld, people: Land['people']) {
  const idOf = (person: number | null) => (person === null ? null : people[person]?.id);
  return {
    ...{ state: body.state, version: body.version, statutesAdoptedOn: dayOrNull(body.statutesAdoptedOn) },
    ...{ foundedOn: dayOrNull(body.foundedOn), approvedOn: dayOrNull(body.approvedOn) },
    ...{ suspendedOn: dayOrNull(body.suspendedOn), dissolvedOn: dayOrNull(body.dissolvedOn) },
    members: body.members.map(idOf).toSorted(),
    board: body.board.map(({ office, holder }) => `${office} ${idOf(holder) ?? 'vacant'}`).toSorted(),
    delegates: body.delegates.map(idOf).toSorted(),
    assemblies: body.assemblies.map(({ state, version, call, heldOn, present, statutesAdopted }) => ({
      ...{ state, version, call, present, statutesAdopted, scheduledOn: dayFrom(heldOn) },
      heldOn: ['HELD', 'NO_QUORUM'].includes(state) ? dayFrom(heldOn) : null,
    })),
    elections: body.elections.map(({ kind, state, version, voters, candidates }) => ({
      ...{ kind, state, version, turnout: voters.size },
      candidates: candidates.map((one) => [people[one.person]?.nameLatin, one.office, one.withdrawn, one.elected]),
    })),
  };
}

function seen(body: SeenBody) {
  const { id: _id, members, seats, delegates, assemblies, elections, ...days } = body;
  return {
    ...days,
    members: members.nodes.map(({ id }) => id).toSorted(),
    board: seats.map(({ office, artisan }) => `${office.code} ${artisan?.id ?? 'vacant'}`).toSorted(),
    delegates: delegates.map(({ artisan }) => artisan?.id).toSorted(),
    assemblies: assemblies.map(({ id: _assembly, ...assembly }) => assembly),
    elections: elections.nodes.map(({ id: _election, candidacies, ...election }) => ({
      ...election,
      candidates: candidacies.map((one) => [
        ...[one.nameLatin, one.office?.code ?? null, one.withdrawnOn !== null, one.elected],
      ]),
    })),
  };
}

/** What the API tells is what must be true, to the last row. */
export async function expectSame(world: World, land: Land): Promise<void> {
  await look(land);
  const { committee, body } = world;
  if (committee !== null) {
    const { state, version, members = { nodes: [] } } = land.committee ?? {};
    const people = members.nodes.map(({ artisan }) => artisan.id);
    expect({ state, version, members: people }).toEqual({
      ...{ state: committee.state, version: committee.version },
      members: committee.members.map((person) => land.people[person]?.id),
    });
  }
  if (body !== null) expect(land.body === null ? null : seen(land.body)).toEqual(told(body, land.people));
}

/** People of the class in the province, who are not yet in any body. */
export async function settle(api: Api): Promise<Land['people']> {
  const ids = await register({ api, who: OFFICER, territory: PROVINCE }, PEOPLE);
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Artisan { id nameLatin } } }';
  const { data } = await api.ask<{ nodes: { id: string; nameLatin: string }[] }>(OFFICER, query, { ids });
  return data.nodes;
}

/** Ends what a run has left, by the commands of the officers themselves, however the run ended. */
export async function clear(land: Land, suspended: ReadonlySet<number>): Promise<void> {
  await look(land);
  const { api, committee, body } = land;
  const act = (name: string, input: object) => done(api, OFFICER, { name, input });
  if (body !== null && body.state !== 'DISSOLVED')
    await act('dissolveBody', { bodyId: body.id, expectedVersion: body.version });
  if (committee !== null && ['PLANNED', 'FORMED', 'STATUTES_DRAFTED'].includes(committee.state))
    await act('failCommittee', { committeeId: committee.id, expectedVersion: committee.version, givenUp: true });
  for (const person of suspended) await toggle(land, { person, name: 'reinstateArtisan' });
}

/** Suspends a person in the register, or takes the suspension back. */
export async function toggle(
  { api, people }: Pick<Land, 'api' | 'people'>,
  { person, name }: { person: number; name: 'suspendArtisan' | 'reinstateArtisan' },
): Promise<void> {
  const id = people[person]?.id;
  const query = 'query ($id: ID!) { node(id: $id) { ... on Artisan { version } } }';
  const { data } = await api.ask<{ node: { version: number } }>(OFFICER, query, { id });
  await done(api, OFFICER, { name, input: { artisanId: id, expectedVersion: data.node.version } });
}
