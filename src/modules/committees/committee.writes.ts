import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { bodyClassByCode, nomenclatureOf } from '../professions/profession.reads.ts';
import { levelAt, territoryByCode } from '../territory/territory.reads.ts';
import type {
  AddCommitteeMemberInput,
  FormCommitteeInput,
  DraftStatutesInput,
  FailCommitteeInput,
  PlanCommitteeInput,
  RemoveCommitteeMemberInput,
  CommitteeMemberInput,
} from './committee.input.ts';
import { COMMITTEE, liveCommitteeOf, memberCountOf, MEMBER, placesOf, seatedArtisansOf } from './committee.reads.ts';
import { COMMITTEE_REASONS } from './committee.reasons.ts';
import { COMMITTEE_LIFE, quorumOf, type CommitteeEvent } from './committee.rules.ts';
import type { Committee } from './committee.type.ts';
import { parseGlobalId } from '../../platform/lib/global-id.ts';
import { nameFaults } from '../../platform/errors/names.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';
import type { Artisan } from '../artisans/artisan.type.ts';

const PATH = 'input.committeeId';
const MEMBERS_AT_MOST = 50;

/** A committee to be formed for a class in a territory; one stands at a time. */
export async function planCommittee(write: WriteTransaction, input: PlanCommitteeInput): Promise<Committee> {
  const faults = new Violations();
  const territory = faults.capture(() => territoryByCode(write, input.territory, 'input.territory'));
  const bodyClass = faults.capture(() => bodyClassByCode(write, input.bodyClass, 'input.bodyClass'));
  faults.throwIfAny();
  const place = territory?.place ?? { regionId: null, provinceId: null };
  const spot = { regionId: place.regionId ?? 0, provinceId: place.provinceId };
  requireWriteAccess(write.viewer, spot, 'input.territory');
  const bodyClassId = bodyClass?.bodyClassId ?? 0;
  if ((await liveCommitteeOf(write, { ...spot, bodyClassId })) !== null) {
    throw domainError('CONFLICT', { path: 'input.bodyClass', reason: COMMITTEE_REASONS.COMMITTEE_EXISTS });
  }
  const { plannedOn } = input;
  return write.insert(COMMITTEE, { ...spot, level: levelAt(place), bodyClassId, state: 'PLANNED', plannedOn });
}

interface Named {
  readonly committeeId: string;
  readonly expectedVersion: number;
}

/** Locks a committee to which something is about to happen; answers the state that follows. */
async function locked(
  write: WriteTransaction,
  { committeeId, expectedVersion }: Named,
  event: CommitteeEvent,
): Promise<{ committee: Committee; state: Committee['state'] }> {
  const committee = await write.lock(COMMITTEE, committeeId, { path: PATH, expectedVersion });
  return { committee, state: requireTransition(COMMITTEE_LIFE, { state: committee.state, event, path: PATH }) };
}

export async function formCommittee(write: WriteTransaction, input: FormCommitteeInput): Promise<Committee> {
  const { committee, state } = await locked(write, input, 'constitute');
  const formedOn = dayOf(input.formedOn);
  const { mandateEndsOn, members } = input;
  const faults = new Violations();
  faults.addAll(validateDay(formedOn, 'input.formedOn'));
  faults.addIf(members.filter(({ chair }) => chair).length !== 1, 'input.members', COMMITTEE_REASONS.ONE_CHAIR);
  faults.addIf(members.length > MEMBERS_AT_MOST, 'input.members', COMMON.TOO_MANY, { limit: MEMBERS_AT_MOST });
  if (mandateEndsOn != null) {
    faults.addIf(mandateEndsOn < formedOn, 'input.mandateEndsOn', COMMON.DAY_BEFORE, { earliest: formedOn });
  }
  faults.throwIfAny();
  await seatMembers(write, committee, {
    members,
    joinedOn: formedOn,
    path: (index) => `input.members[${String(index)}]`,
  });
  return write.update(COMMITTEE, committee, { state, formedOn, mandateEndsOn });
}

export async function addCommitteeMember(write: WriteTransaction, input: AddCommitteeMemberInput): Promise<Committee> {
  const { committee } = await locked(write, input, 'change');
  if (input.member.chair)
    throw domainError('BAD_USER_INPUT', { path: 'input.member.chair', reason: COMMITTEE_REASONS.ONE_CHAIR });
  if ((await memberCountOf(write, committee)) >= MEMBERS_AT_MOST) {
    throw domainError('BAD_USER_INPUT', {
      path: 'input.member',
      reason: COMMON.TOO_MANY,
      values: { limit: MEMBERS_AT_MOST },
    });
  }
  await seatMembers(write, committee, { members: [input.member], joinedOn: today(), path: () => 'input.member' });
  return committee;
}

export async function removeCommitteeMember(
  write: WriteTransaction,
  input: RemoveCommitteeMemberInput,
): Promise<Committee> {
  const { memberId, expectedVersion } = input;
  const member = await write.lock(MEMBER, memberId, { path: 'input.memberId', expectedVersion });
  const committee = await write.lockById(COMMITTEE, member.committeeId, {
    path: 'input.memberId',
    regionId: member.regionId,
  });
  requireTransition(COMMITTEE_LIFE, { state: committee.state, event: 'change', path: 'input.memberId' });
  if (member.chair) throw domainError('CONFLICT', { path: 'input.memberId', reason: COMMITTEE_REASONS.ONE_CHAIR });
  await write.remove(MEMBER, member);
  return committee;
}

export async function draftStatutes(write: WriteTransaction, input: DraftStatutesInput): Promise<Committee> {
  const { committee, state } = await locked(write, input, 'draft');
  const statutesDraftedOn = dayOf(input.draftedOn);
  const { present } = input;
  const members = await memberCountOf(write, committee);
  const required = quorumOf(members);
  const faults = new Violations();
  faults.addAll(validateDay(statutesDraftedOn, 'input.draftedOn', committee.formedOn));
  const values = { present, members, required };
  faults.addIf(present < required || present > members, 'input.present', COMMITTEE_REASONS.COMMITTEE_QUORUM, values);
  faults.throwIfAny();
  return write.update(COMMITTEE, committee, { state, statutesDraftedOn, present });
}

export async function failCommittee(write: WriteTransaction, input: FailCommitteeInput): Promise<Committee> {
  const { committee, state } = await locked(write, input, 'fail');
  const day = committee.mandateEndsOn;
  if (!input.givenUp && (day === null || day >= today())) {
    throw domainError('CONFLICT', { path: PATH, reason: COMMITTEE_REASONS.MANDATE_RUNS, values: { day: day ?? '—' } });
  }
  return write.update(COMMITTEE, committee, { state });
}

/** The committee of a body that is being founded ends with it. */
export async function dischargeCommittee(
  write: WriteTransaction,
  committeeId: number,
  at: { regionId: number; on: string },
) {
  const committee = await write.lockById(COMMITTEE, committeeId, { path: 'input.bodyId', regionId: at.regionId });
  const state = requireTransition(COMMITTEE_LIFE, { state: committee.state, event: 'discharge', path: 'input.bodyId' });
  return write.update(COMMITTEE, committee, { state, dischargedOn: at.on });
}

interface Seating {
  readonly members: readonly CommitteeMemberInput[];
  readonly joinedOn: string;
  readonly path: (index: number) => string;
}

/** Whether an artisan may sit for the class there: registered, in a profession of it, in the territory. */
function isEligible(
  write: WriteTransaction,
  artisan: Artisan,
  at: Pick<Committee, 'regionId' | 'provinceId' | 'bodyClassId'>,
) {
  const { registerState, regionId, provinceId, professionId } = artisan;
  const within =
    at.regionId === 0 || (regionId === at.regionId && (at.provinceId === null || at.provinceId === provinceId));
  return (
    registerState === 'REGISTERED' &&
    within &&
    nomenclatureOf(write).classOfProfession.get(professionId) === at.bodyClassId
  );
}

async function artisansOf(
  write: WriteTransaction,
  members: readonly CommitteeMemberInput[],
): Promise<(Artisan | null)[]> {
  const load = (globalId: string | null | undefined) => {
    const named = globalId == null ? null : parseGlobalId(globalId);
    return named?.type === 'Artisan' ? write.loader(artisansByIds).load(named.id) : Promise.resolve(null);
  };
  return Promise.all(members.map(({ artisanId }) => load(artisanId)));
}

/** What is wrong with members who are to be seated, each under its own path. */
function seatingFaults(
  write: WriteTransaction,
  at: Committee,
  given: Seating & { artisans: (Artisan | null)[]; seated: number[] },
): Violations {
  const faults = new Violations();
  const seated = new Set(given.seated);
  given.members.forEach((member, index) => {
    const path = given.path(index);
    const artisan = given.artisans[index] ?? null;
    if (member.capacity !== 'ARTISAN') {
      const named = member.nameAr != null && member.nameLatin != null;
      faults.addIf(!named, path, COMMITTEE_REASONS.MEMBER_NAMED);
      faults.addAll(nameFaults(member.nameAr, { path: `${path}.nameAr`, script: 'ARABIC', isPerson: true }));
      faults.addAll(nameFaults(member.nameLatin, { path: `${path}.nameLatin`, script: 'LATIN', isPerson: true }));
      return;
    }
    const eligible = artisan !== null && isEligible(write, artisan, at);
    faults.addIf(!eligible, `${path}.artisanId`, COMMITTEE_REASONS.MEMBER_NOT_ELIGIBLE);
    if (artisan === null) return;
    const id = Number(artisan.id);
    faults.addIf(seated.has(id), `${path}.artisanId`, COMMITTEE_REASONS.MEMBER_REPEATED);
    seated.add(id);
  });
  return faults;
}

/** Gives members their places in a committee that the caller has locked; all violations are returned at once. */
async function seatMembers(write: WriteTransaction, committee: Committee, seating: Seating): Promise<void> {
  const artisans = await artisansOf(write, seating.members);
  const seated = await seatedArtisansOf(write, committee);
  seatingFaults(write, committee, { ...seating, artisans, seated }).throwIfAny();
  const { regionId, provinceId, id: committeeId } = committee;
  for (const [index, member] of seating.members.entries()) {
    const artisan = member.capacity === 'ARTISAN' ? (artisans[index] ?? null) : null;
    const { nameAr, nameLatin } = artisan ?? member;
    await write.insert(MEMBER, {
      ...{
        regionId,
        provinceId,
        committeeId,
        capacity: member.capacity,
        chair: member.chair ?? false,
        nameAr,
        nameLatin,
      },
      // The committee of the nation names people of the regions without a link to their rows.
      ...{ artisanId: artisan?.regionId === regionId ? Number(artisan.id) : null, joinedOn: seating.joinedOn },
    });
  }
}

/** Who leaves the region keeps a place in its committees by name, without a link to a row that it no longer sees. */
export async function unlinkMembers(write: WriteTransaction, artisan: Artisan): Promise<void> {
  for (const place of await placesOf(write, artisan)) await write.update(MEMBER, place, { artisanId: null });
}
