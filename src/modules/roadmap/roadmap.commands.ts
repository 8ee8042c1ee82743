import { commands } from '../../platform/graphql/commands.ts';
import { Milestone, Phase } from './roadmap.type.ts';
import {
  PhaseStepInput,
  PlanMilestoneInput,
  PlanPhaseInput,
  ReachMilestoneInput,
  ReplanMilestoneInput,
  ReplanPhaseInput,
} from './roadmap.input.ts';
import {
  finishPhase,
  planMilestone,
  planPhase,
  reachMilestone,
  replanMilestone,
  replanPhase,
  startPhase,
} from './roadmap.writes.ts';

export const roadmapCommands = commands({
  planPhase: {
    run: planPhase,
    input: PlanPhaseInput,
    answers: Phase,
    description: `Plans a phase of a region or of the nation. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, FORBIDDEN.`,
  },
  replanPhase: {
    run: replanPhase,
    input: ReplanPhaseInput,
    answers: Phase,
    description: `Changes the planned days of a phase that is not finished. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  startPhase: {
    run: startPhase,
    input: PhaseStepInput,
    answers: Phase,
    description: `NOT_STARTED to UNDER_WAY. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  finishPhase: {
    run: finishPhase,
    input: PhaseStepInput,
    answers: Phase,
    description: `UNDER_WAY to FINISHED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  planMilestone: {
    run: planMilestone,
    input: PlanMilestoneInput,
    answers: Milestone,
    description: `Plans a milestone of a phase. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN.`,
  },
  replanMilestone: {
    run: replanMilestone,
    input: ReplanMilestoneInput,
    answers: Milestone,
    description: `Changes the planned day of a milestone that is not reached. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, REACHED).`,
  },
  reachMilestone: {
    run: reachMilestone,
    input: ReachMilestoneInput,
    answers: Milestone,
    description: `Records that a milestone is reached; late for ever if after its planned day. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, REACHED).`,
  },
});
