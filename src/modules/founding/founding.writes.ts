import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { BODY } from '../bodies/body.reads.ts';
import { BODY_LIFE, type BodyEvent, ASSEMBLY_LIFE } from '../bodies/body.rules.ts';
import type { Body, FoundingAssembly } from '../bodies/body.type.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { daysBetween, today } from '../../platform/lib/dates.ts';
import { validateDay, dayOf, validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { domainError, type DomainError } from '../../platform/errors/domain-error.ts';
import { ASSEMBLY } from '../bodies/board.reads.ts';
import { thresholdsOn } from '../rules/rule.reads.ts';
import { liveCommitteeOf } from '../committees/committee.reads.ts';
import type { Committee } from '../committees/committee.type.ts';
import { delegatesBelow, latestAssemblyOf } from './founding.reads.ts';
import type {
  CallFoundingAssemblyInput,
  CancelFoundingAssemblyInput,
  RecordAssemblyMinutesInput,
} from './founding.input.ts';
import { FOUNDING } from './founding.reasons.ts';

interface Named {
  readonly bodyId: string;
  readonly expectedVersion?: number | undefined;
}

/** Locks a body to which something is about to happen; answers the state that follows. */
export async function lockedBody(
  write: WriteTransaction,
  { bodyId, expectedVersion }: Named,
  event: BodyEvent,
): Promise<{ body: Body; state: Body['state'] }> {
  const body = await write.lock(BODY, bodyId, { path: 'input.bodyId', expectedVersion });
  return { body, state: requireTransition(BODY_LIFE, { state: body.state, event, path: 'input.bodyId' }) };
}

const PATH = 'input.assemblyId';

const noCommittee = (path: string): DomainError =>
  domainError('CONFLICT', { path, reason: FOUNDING.NO_COMMITTEE, values: { needed: 'STATUTES_DRAFTED' } });

const ruleOf = (write: WriteTransaction, { level }: Body, code: string): number =>
  thresholdsOn(write, level, today()).get(code) ?? 0;

interface Call {
  readonly input: CallFoundingAssemblyInput;
  /** The delegates of the base; null for a provincial body. */
  readonly due: number | null;
  readonly earliest: string | null;
}

/** What is wrong with a call; the delegates of the base are counted, and another number is an error. */
function callFaults(write: WriteTransaction, body: Body, { input, due, earliest }: Call): Violations {
  const { calledOn, scheduledOn, convened } = input;
  const day = dayOf(calledOn);
  const faults = new Violations();
  faults.addAll(validateDay(day, 'input.calledOn', earliest));
  const notice = { actual: daysBetween(day, scheduledOn), required: ruleOf(write, body, 'ASSEMBLY_NOTICE_DAYS') };
  faults.addIf(notice.actual < notice.required, 'input.scheduledOn', FOUNDING.NOTICE_TOO_SHORT, notice);
  const values = { due: due ?? 0, given: convened ?? 0 };
  const differs = due !== null && convened != null && due !== convened;
  faults.addIf(differs, 'input.convened', FOUNDING.CONVENED_MISMATCH, values);
  faults.addIf(!differs && (due ?? convened ?? 0) < 1, 'input.convened', COMMON.NOT_POSITIVE);
  faults.addAll(validateText(input.venueAr, 'input.venueAr'));
  faults.addAll(validateText(input.venueFr, 'input.venueFr'));
  return faults;
}

/**
 * Whether an assembly stands in the way of another one: it waits, or it has adopted what this committee drafted. One that
 * rejected the draft does not, nor one whose committee has failed since.
 */
const isPending = ({ state, statutesAdopted, committeeId }: FoundingAssembly, committee: Committee): boolean =>
  state === 'CALLED' || (state === 'HELD' && statutesAdopted && committeeId === Number(committee.id));

export async function callFoundingAssembly(
  write: WriteTransaction,
  input: CallFoundingAssemblyInput,
): Promise<FoundingAssembly> {
  const { body } = await lockedBody(write, { bodyId: input.bodyId }, 'call');
  const [committee, latest, due] = await Promise.all([
    liveCommitteeOf(write, body),
    latestAssemblyOf(write, body),
    delegatesBelow(write, body),
  ]);
  if (committee?.state !== 'STATUTES_DRAFTED') throw noCommittee('input.bodyId');
  if (latest !== null && isPending(latest, committee)) {
    throw domainError('CONFLICT', { path: 'input.bodyId', reason: FOUNDING.ASSEMBLY_PENDING });
  }
  const earliest = latest?.scheduledOn ?? committee.statutesDraftedOn;
  callFaults(write, body, { input, due, earliest }).throwIfAny();
  const { regionId, provinceId, id: bodyId } = body;
  const { scheduledOn, venueAr, venueFr } = input;
  return write.insert(ASSEMBLY, {
    ...{ regionId, provinceId, bodyId, committeeId: committee.id, state: 'CALLED' },
    call: latest?.state === 'NO_QUORUM' ? 2 : 1,
    ...{ calledOn: dayOf(input.calledOn), scheduledOn, venueAr, venueFr },
    ...{ convened: due ?? input.convened, statutesAdopted: false },
  });
}

/** An assembly with the body that it is called for, both locked, so that the body is not dissolved while the minutes are recorded. */
async function lockedWithBody(write: WriteTransaction, input: { assemblyId: string; expectedVersion: number }) {
  const { expectedVersion } = input;
  const seen = await write.lock(ASSEMBLY, input.assemblyId, { path: PATH, expectedVersion });
  const body = await write.lockById(BODY, seen.bodyId, { path: PATH, regionId: seen.regionId });
  return { assembly: seen, body };
}

/** Refuses the minutes of an assembly whose committee has failed since it was called: there is no draft any more. */
async function mustHaveDrafted(write: WriteTransaction, { committeeId }: FoundingAssembly, body: Body): Promise<void> {
  if (committeeId === null) return;
  const committee = await liveCommitteeOf(write, body);
  if (Number(committee?.id) !== committeeId) throw noCommittee(PATH);
}

export async function recordAssemblyMinutes(
  write: WriteTransaction,
  input: RecordAssemblyMinutesInput,
): Promise<FoundingAssembly> {
  const { assembly, body } = await lockedWithBody(write, input);
  // A body that was dissolved meanwhile adopts no statutes.
  requireTransition(BODY_LIFE, { state: body.state, event: 'hold', path: PATH });
  const { present, statutesAdopted } = input;
  const { convened, scheduledOn: heldOn, call } = assembly;
  const share = ruleOf(write, body, call >= 2 ? 'ASSEMBLY_SECOND_QUORUM' : 'ASSEMBLY_QUORUM');
  const required = Math.ceil(convened * share);
  const quorate = present >= required;
  const state = requireTransition(ASSEMBLY_LIFE, {
    state: assembly.state,
    event: quorate ? 'hold' : 'miss',
    path: PATH,
  });
  await mustHaveDrafted(write, assembly, body);
  const faults = new Violations();
  faults.addAll(validateDay(heldOn, PATH));
  faults.addIf(present < 0, 'input.present', COMMON.NOT_POSITIVE);
  faults.addIf(present > convened, 'input.present', FOUNDING.MORE_THAN_CONVENED, { convened });
  faults.addIf(!quorate && statutesAdopted, 'input.statutesAdopted', FOUNDING.NO_QUORUM, { present, required });
  faults.throwIfAny();
  if (statutesAdopted) await write.update(BODY, body, { statutesAdoptedOn: heldOn });
  return write.update(ASSEMBLY, assembly, { state, present, statutesAdopted });
}

export async function cancelFoundingAssembly(
  write: WriteTransaction,
  input: CancelFoundingAssemblyInput,
): Promise<FoundingAssembly> {
  const { assemblyId, expectedVersion } = input;
  const assembly = await write.lock(ASSEMBLY, assemblyId, { path: PATH, expectedVersion });
  const state = requireTransition(ASSEMBLY_LIFE, { state: assembly.state, event: 'cancel', path: PATH });
  return write.update(ASSEMBLY, assembly, { state });
}
