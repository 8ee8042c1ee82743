import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { requireValidDay } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { BODY } from '../bodies/body.reads.ts';
import { type Body } from '../bodies/body.type.ts';
import { type BodyEvent } from '../bodies/body.rules.ts';
import { dischargeCommittee } from '../committees/committee.writes.ts';
import { liveCommitteeOf } from '../committees/committee.reads.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { readinessesOf } from '../readiness/readiness.reads.ts';
import { type Readiness } from '../readiness/readiness.type.ts';
import { levelAt, territoryByCode } from '../territory/territory.reads.ts';
import { lockedBody } from './founding.writes.ts';
import { foundingAssemblyOf, hasPresident, liveBodyAt } from './founding.reads.ts';
import type { BodyStepInput, FoundBodyInput, PlanBodyInput } from './founding.input.ts';
import { FOUNDING } from './founding.reasons.ts';
import { endBoardOf, endMembershipsOf } from './membership.writes.ts';

const PATH = 'input.bodyId';

/** A body that the programme plans: one for each class and territory (law 50.17, art. 11). */
export async function planBody(write: WriteTransaction, input: PlanBodyInput): Promise<Body> {
  const faults = new Violations();
  const territory = faults.capture(() => territoryByCode(write, input.territory, 'input.territory'));
  const bodyClass = faults.capture(() => bodyClassByCode(write, input.bodyClass, 'input.bodyClass'));
  faults.throwIfAny();
  const place = territory?.place ?? { regionId: null, provinceId: null };
  const spot = { regionId: place.regionId ?? 0, provinceId: place.provinceId };
  requireWriteAccess(write.viewer, spot, 'input.territory');
  const standing = { ...spot, bodyClassId: bodyClass?.bodyClassId ?? 0 };
  if ((await liveBodyAt(write, standing)) !== null) {
    throw domainError('CONFLICT', { path: 'input.bodyClass', reason: FOUNDING.BODY_EXISTS });
  }
  return write.insert(BODY, { ...standing, level: levelAt(place), state: 'PLANNED' });
}

export async function prepareBody(write: WriteTransaction, input: BodyStepInput): Promise<Body> {
  const { body, state } = await lockedBody(write, input, 'prepare');
  requireValidDay(input.effectiveOn);
  const committee = await liveCommitteeOf(write, body);
  if (committee === null || committee.state === 'PLANNED') {
    throw domainError('CONFLICT', { path: PATH, reason: FOUNDING.NO_COMMITTEE, values: { needed: 'FORMED' } });
  }
  return write.update(BODY, body, { state });
}

/** Why a body cannot be founded: one reason for each condition that is not met, with the rule and its source. */
const unmet = ({ missing }: Readiness) =>
  missing.map(({ required, actual, rule }) => ({
    path: PATH,
    reason: FOUNDING.NOT_READY,
    values: { rule: rule.name, required: required ?? '—', actual: actual ?? '—', source: rule.source },
  }));

export async function foundBody(write: WriteTransaction, input: FoundBodyInput): Promise<Body> {
  const { body, state } = await lockedBody(write, input, 'found');
  const readiness = await write.loader(readinessesOf).load(body);
  if (!readiness.ready) throw domainError('CONFLICT', unmet(readiness));
  // How many seats make a board is a rule that may change; that one of them is the president's is not.
  if (!(await hasPresident(write, body))) throw domainError('CONFLICT', { path: PATH, reason: FOUNDING.NO_PRESIDENT });
  const assembly = await foundingAssemblyOf(write, body);
  if (assembly === null)
    throw domainError('CONFLICT', { path: PATH, reason: FOUNDING.NO_COMMITTEE, values: { needed: 'HELD' } });
  const { scheduledOn: heldOn, committeeId } = assembly;
  if (committeeId !== null) await dischargeCommittee(write, committeeId, { regionId: body.regionId, on: heldOn });
  return write.update(BODY, body, { state, foundedOn: heldOn });
}

/** Refuses the officers of one province: approval and its like are for the region and the centre. */
function mustBeAboveProvince(write: WriteTransaction): void {
  if (write.viewer.grants.capture.province !== null) {
    throw domainError('FORBIDDEN', { path: PATH, reason: FOUNDING.NOT_OF_A_PROVINCE });
  }
}

/** A step of those above the province, on a day that does not precede another. */
async function step(
  write: WriteTransaction,
  input: BodyStepInput,
  { event, field, after }: { event: BodyEvent; field: string; after: (body: Body) => string | null },
): Promise<Body> {
  const { body, state } = await lockedBody(write, input, event);
  mustBeAboveProvince(write);
  return write.update(BODY, body, { state, [field]: requireValidDay(input.effectiveOn, after(body)) });
}

export const approveBody = (write: WriteTransaction, input: BodyStepInput): Promise<Body> =>
  step(write, input, { event: 'approve', field: 'approvedOn', after: ({ foundedOn }) => foundedOn });

export const suspendBody = (write: WriteTransaction, input: BodyStepInput): Promise<Body> =>
  step(write, input, { event: 'suspend', field: 'suspendedOn', after: ({ approvedOn }) => approvedOn });

/** An active body again; that it was suspended stands in the audit log. */
export async function resumeBody(write: WriteTransaction, input: BodyStepInput): Promise<Body> {
  const { body, state } = await lockedBody(write, input, 'resume');
  mustBeAboveProvince(write);
  requireValidDay(input.effectiveOn, body.suspendedOn);
  return write.update(BODY, body, { state, suspendedOn: null });
}

/** The last day on which something is known to have happened to a body. */
const latestDayOf = ({ statutesAdoptedOn, foundedOn, approvedOn, suspendedOn }: Body): string | null =>
  [statutesAdoptedOn, foundedOn, approvedOn, suspendedOn]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

/** The end of a body: its members are free, its board and its delegates hold nothing any more. */
export async function dissolveBody(write: WriteTransaction, input: BodyStepInput): Promise<Body> {
  const body = await step(write, input, {
    event: 'dissolve',
    field: 'dissolvedOn',
    after: latestDayOf,
  });
  await endMembershipsOf(write, body);
  await endBoardOf(write, body);
  return body;
}
