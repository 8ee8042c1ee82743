import { mustReach } from '../../access/viewer.ts';
import type { Write } from '../../access/write.ts';
import { COMMON } from '../../kernel/common.reasons.ts';
import { checkedDay, textFaults } from '../../kernel/facts.ts';
import { Faults } from '../../kernel/faults.ts';
import { mustFollow } from '../../kernel/life-cycle.ts';
import { refuse } from '../../kernel/refusal.ts';
import { bodyClassByCode, waveOf } from '../professions/index.ts';
import { provinceByCode, territoryByCode } from '../territory/index.ts';
import { MILESTONE } from './milestone.reads.ts';
import { PHASE } from './phase.reads.ts';
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

const PHASE_PATH = 'input.phaseId';
const MILESTONE_PATH = 'input.milestoneId';

export async function planPhase(write: Write, input: PlanPhaseInput): Promise<Phase> {
  const { kind, wave, plannedFrom, plannedTo } = input;
  const faults = new Faults();
  const place = faults.try(() => territoryByCode(write, input.territory, 'input.territory'))?.place;
  faults.when(place !== undefined && place.provinceId !== null, 'input.territory', ROADMAP.NOT_A_REGION);
  faults.when(waveOf(write, wave) === null, 'input.wave', ROADMAP.NO_SUCH_WAVE, { wave });
  faults.when(plannedTo < plannedFrom, 'input.plannedTo', COMMON.DAY_BEFORE, { earliest: plannedFrom });
  faults.refuse();
  const regionId = place?.regionId ?? 0;
  mustReach(write.viewer, { regionId, provinceId: null }, 'input.territory');
  return write.insert(PHASE, { regionId, kind, waveNumber: wave, plannedFrom, plannedTo });
}

/** Locks a phase to which something is about to happen. */
async function lockedPhase(
  write: Write,
  input: { phaseId: string; expectedVersion: number },
  event: PhaseEvent,
): Promise<Phase> {
  const { phaseId, expectedVersion } = input;
  const phase = await write.lock(PHASE, phaseId, { path: PHASE_PATH, expectedVersion });
  mustFollow(PHASE_LIFE, { state: phaseState(phase.actualFrom, phase.actualTo), event, path: PHASE_PATH });
  return phase;
}

export async function replanPhase(write: Write, input: ReplanPhaseInput): Promise<Phase> {
  const phase = await lockedPhase(write, input, 'replan');
  const { plannedFrom, plannedTo } = input;
  const faults = new Faults();
  faults.when(plannedTo < plannedFrom, 'input.plannedTo', COMMON.DAY_BEFORE, { earliest: plannedFrom });
  faults.refuse();
  return write.update(PHASE, phase, { plannedFrom, plannedTo });
}

export async function startPhase(write: Write, input: PhaseStepInput): Promise<Phase> {
  const phase = await lockedPhase(write, input, 'start');
  return write.update(PHASE, phase, { actualFrom: checkedDay(input.on, null) });
}

export async function finishPhase(write: Write, input: PhaseStepInput): Promise<Phase> {
  const phase = await lockedPhase(write, input, 'finish');
  return write.update(PHASE, phase, { actualTo: checkedDay(input.on, phase.actualFrom) });
}

export async function planMilestone(write: Write, input: PlanMilestoneInput): Promise<Milestone> {
  const phase = await write.seen(PHASE, input.phaseId, PHASE_PATH);
  const { province: code, bodyClass: classCode, nameAr, nameFr, plannedOn } = input;
  const faults = new Faults();
  const province = code == null ? null : faults.try(() => provinceByCode(write, code, 'input.province'));
  const bodyClass = classCode == null ? null : faults.try(() => bodyClassByCode(write, classCode, 'input.bodyClass'));
  const { regionId, id: phaseId } = phase;
  faults.when(province !== null && province.regionId !== regionId, 'input.province', ROADMAP.ELSEWHERE);
  faults.all([...textFaults(nameAr, 'input.nameAr'), ...textFaults(nameFr, 'input.nameFr')]);
  faults.all(textFaults(input.nameEn, 'input.nameEn'));
  faults.refuse();
  const spot = { regionId, provinceId: province?.provinceId ?? null };
  mustReach(write.viewer, spot, 'input.province');
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
  write: Write,
  input: { milestoneId: string; expectedVersion: number },
): Promise<Milestone> {
  const { milestoneId, expectedVersion } = input;
  const milestone = await write.lock(MILESTONE, milestoneId, { path: MILESTONE_PATH, expectedVersion });
  if (milestone.actualOn === null) return milestone;
  throw refuse('CONFLICT', { path: MILESTONE_PATH, reason: ROADMAP.REACHED, values: { day: milestone.actualOn } });
}

export async function replanMilestone(write: Write, input: ReplanMilestoneInput): Promise<Milestone> {
  return write.update(MILESTONE, await lockedMilestone(write, input), { plannedOn: input.plannedOn });
}

export async function reachMilestone(write: Write, input: ReachMilestoneInput): Promise<Milestone> {
  const milestone = await lockedMilestone(write, input);
  return write.update(MILESTONE, milestone, { actualOn: checkedDay(input.on, null) });
}
