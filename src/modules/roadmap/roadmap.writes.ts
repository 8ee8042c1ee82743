import { requireWriteAccess } from '../../platform/auth/viewer.ts';
import type { WriteTransaction } from '../../platform/tenancy/write-transaction.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { requireValidDay, validateText } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { requireTransition } from '../../platform/errors/state-machine.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { bodyClassByCode, waveOf } from '../professions/profession.reads.ts';
import { provinceByCode, territoryByCode } from '../territory/territory.reads.ts';
import { MILESTONE, PHASE } from './roadmap.reads.ts';
import type {
  PhaseStepInput,
  PlanMilestoneInput,
  PlanPhaseInput,
  ReachMilestoneInput,
  ReplanMilestoneInput,
  ReplanPhaseInput,
} from './roadmap.input.ts';
import { ROADMAP } from './roadmap.reasons.ts';
import { PHASE_LIFE, phaseState, type PhaseEvent } from './roadmap.rules.ts';
import type { Milestone, Phase } from './roadmap.type.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';

const PHASE_PATH = 'input.phaseId';
const MILESTONE_PATH = 'input.milestoneId';

export async function planPhase(write: WriteTransaction, input: PlanPhaseInput): Promise<Phase> {
  const { kind, wave, plannedFrom, plannedTo } = input;
  const faults = new Violations();
  const place = faults.capture(() => territoryByCode(write, input.territory, 'input.territory'))?.place;
  faults.addIf(place !== undefined && place.provinceId !== null, 'input.territory', TERRITORY.NOT_A_REGION);
  faults.addIf(waveOf(write, wave) === null, 'input.wave', NOMENCLATURE.NO_SUCH_WAVE, { wave });
  faults.addIf(plannedTo < plannedFrom, 'input.plannedTo', COMMON.DAY_BEFORE, { earliest: plannedFrom });
  faults.throwIfAny();
  const regionId = place?.regionId ?? 0;
  requireWriteAccess(write.viewer, { regionId, provinceId: null }, 'input.territory');
  return write.insert(PHASE, { regionId, kind, waveNumber: wave, plannedFrom, plannedTo });
}

/** Locks a phase to which something is about to happen. */
async function lockedPhase(
  write: WriteTransaction,
  input: { phaseId: string; expectedVersion: number },
  event: PhaseEvent,
): Promise<Phase> {
  const { phaseId, expectedVersion } = input;
  const phase = await write.lock(PHASE, phaseId, { path: PHASE_PATH, expectedVersion });
  requireTransition(PHASE_LIFE, { state: phaseState(phase.actualFrom, phase.actualTo), event, path: PHASE_PATH });
  return phase;
}

export async function replanPhase(write: WriteTransaction, input: ReplanPhaseInput): Promise<Phase> {
  const phase = await lockedPhase(write, input, 'replan');
  const { plannedFrom, plannedTo } = input;
  const faults = new Violations();
  faults.addIf(plannedTo < plannedFrom, 'input.plannedTo', COMMON.DAY_BEFORE, { earliest: plannedFrom });
  faults.throwIfAny();
  return write.update(PHASE, phase, { plannedFrom, plannedTo });
}

export async function startPhase(write: WriteTransaction, input: PhaseStepInput): Promise<Phase> {
  const phase = await lockedPhase(write, input, 'start');
  return write.update(PHASE, phase, { actualFrom: requireValidDay(input.effectiveOn, null) });
}

export async function finishPhase(write: WriteTransaction, input: PhaseStepInput): Promise<Phase> {
  const phase = await lockedPhase(write, input, 'finish');
  return write.update(PHASE, phase, { actualTo: requireValidDay(input.effectiveOn, phase.actualFrom) });
}

export async function planMilestone(write: WriteTransaction, input: PlanMilestoneInput): Promise<Milestone> {
  const phase = await write.requireVisible(PHASE, input.phaseId, PHASE_PATH);
  const { province: code, bodyClass: classCode, nameAr, nameFr, plannedOn } = input;
  const faults = new Violations();
  const province = code == null ? null : faults.capture(() => provinceByCode(write, code, 'input.province'));
  const bodyClass =
    classCode == null ? null : faults.capture(() => bodyClassByCode(write, classCode, 'input.bodyClass'));
  const { regionId, id: phaseId } = phase;
  faults.addIf(province !== null && province.regionId !== regionId, 'input.province', TERRITORY.PROVINCE_ELSEWHERE);
  faults.addAll([...validateText(nameAr, 'input.nameAr'), ...validateText(nameFr, 'input.nameFr')]);
  faults.addAll(validateText(input.nameEn, 'input.nameEn'));
  faults.throwIfAny();
  const spot = { regionId, provinceId: province?.provinceId ?? null };
  requireWriteAccess(write.viewer, spot, 'input.province');
  const names = { nameAr, nameFr, nameEn: input.nameEn ?? nameFr };
  return write.insert(MILESTONE, {
    ...spot,
    phaseId,
    bodyClassId: bodyClass?.bodyClassId ?? null,
    plannedOn,
    ...names,
  });
}

/** Locks a milestone that is not reached yet. */
async function lockedMilestone(
  write: WriteTransaction,
  input: { milestoneId: string; expectedVersion: number },
): Promise<Milestone> {
  const { milestoneId, expectedVersion } = input;
  const milestone = await write.lock(MILESTONE, milestoneId, { path: MILESTONE_PATH, expectedVersion });
  if (milestone.actualOn === null) return milestone;
  throw domainError('CONFLICT', { path: MILESTONE_PATH, reason: ROADMAP.REACHED, values: { day: milestone.actualOn } });
}

export async function replanMilestone(write: WriteTransaction, input: ReplanMilestoneInput): Promise<Milestone> {
  return write.update(MILESTONE, await lockedMilestone(write, input), { plannedOn: input.plannedOn });
}

export async function reachMilestone(write: WriteTransaction, input: ReachMilestoneInput): Promise<Milestone> {
  const milestone = await lockedMilestone(write, input);
  return write.update(MILESTONE, milestone, { actualOn: requireValidDay(input.effectiveOn, null) });
}
