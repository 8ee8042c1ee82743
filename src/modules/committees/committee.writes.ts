import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { today } from '../../platform/lib/dates.ts';
import { validateDay, dayOf } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { levelAt, territoryByCode } from '../territory/territory.reads.ts';
import type {
  AddCommitteeMemberInput,
  FormCommitteeInput,
  DraftStatutesInput,
  FailCommitteeInput,
  PlanCommitteeInput,
  RemoveCommitteeMemberInput,
} from './committee.input.ts';
import { COMMITTEE, liveCommitteeOf, memberCountOf } from './committee.reads.ts';
import { COMMITTEE_REASONS } from './committee.reasons.ts';
import { COMMITTEE_LIFE, quorumOf, type CommitteeEvent } from './committee.rules.ts';
import type { Committee } from './committee.type.ts';
import { MEMBER } from './member.reads.ts';
import { seatMembers } from './member.writes.ts';

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
