import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { ROADMAP } from './roadmap.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { DAY_REASONS, TEXT_REASONS } from '../../platform/errors/validators.ts';
import { Milestone, Phase, MilestoneConnection, PhaseConnection, MilestoneListArgs } from './roadmap.type.ts';
import {
  StartPhaseInput,
  FinishPhaseInput,
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
import type { Module } from '../../platform/graphql/module.ts';
import { milestonesByIds, milestonesIn, phasesByIds, phasesIn } from './roadmap.reads.ts';
import { MilestoneResolver, PhaseResolver } from './roadmap.resolver.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

const roadmapCommands = commands({
  planPhase: {
    run: planPhase,
    input: PlanPhaseInput,
    answers: Phase,
    refusals: [COMMON.DAY_BEFORE, NOMENCLATURE.NO_SUCH_WAVE, TERRITORY.NOT_A_REGION, TERRITORY.NO_SUCH_TERRITORY],
    description: `Plans a phase of a region or of the nation. Needs the capture grant at the territory.`,
  },
  replanPhase: {
    run: replanPhase,
    input: ReplanPhaseInput,
    answers: Phase,
    refusals: [COMMON.WRONG_STATE, COMMON.DAY_BEFORE],
    description: `Changes the planned days of a phase that is not finished. Needs the capture grant at the territory.`,
  },
  startPhase: {
    run: startPhase,
    input: StartPhaseInput,
    answers: Phase,
    refusals: [COMMON.DAY_IN_FUTURE, COMMON.WRONG_STATE],
    description: `NOT_STARTED to UNDER_WAY. Needs the capture grant at the territory.`,
  },
  finishPhase: {
    run: finishPhase,
    input: FinishPhaseInput,
    answers: Phase,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE],
    description: `UNDER_WAY to FINISHED. Needs the capture grant at the territory.`,
  },
  planMilestone: {
    run: planMilestone,
    input: PlanMilestoneInput,
    answers: Milestone,
    refusals: [
      ...TEXT_REASONS,
      NOMENCLATURE.NO_SUCH_CODE,
      TERRITORY.NO_PROVINCE,
      TERRITORY.NO_SUCH_TERRITORY,
      TERRITORY.PROVINCE_ELSEWHERE,
    ],
    description: `Plans a milestone of a phase. Needs the capture grant at the territory.`,
  },
  replanMilestone: {
    run: replanMilestone,
    input: ReplanMilestoneInput,
    answers: Milestone,
    refusals: [ROADMAP.REACHED],
    description: `Changes the planned day of a milestone that is not reached. Needs the capture grant at the territory.`,
  },
  reachMilestone: {
    run: reachMilestone,
    input: ReachMilestoneInput,
    answers: Milestone,
    refusals: [COMMON.DAY_IN_FUTURE, ROADMAP.REACHED],
    description: `Records that a milestone is reached; late for ever if after its planned day. Needs the capture grant at the territory.`,
  },
});

export const roadmapModule: Module = {
  tables: [() => import('./roadmap.table.ts')],
  nodes: {
    Phase: (scope, id) => scope.loader(phasesByIds).load(id),
    Milestone: (scope, id) => scope.loader(milestonesByIds).load(id),
  },
  resolvers: [
    entityFields(Milestone, {
      territory: 'The province, the region or the nation that is to reach it.',
      region: 'Its region; null for a milestone of the nation.',
      province: 'Its province; null for a milestone of a whole region.',
    }),
    entityFields(Phase, { region: 'Its region; null for a phase of the nation.' }),
    PhaseResolver,
    MilestoneResolver,
    territoryList('phases', {
      args: PageArgs,
      connection: PhaseConnection,
      list: phasesIn,
      description:
        'The phases of the roll-out here, first planned first: those of the region for a province, and those of every region that the viewer may read besides its own for the nation. Needs the records grant.',
    }),
    territoryList('milestones', {
      args: MilestoneListArgs,
      connection: MilestoneConnection,
      list: milestonesIn,
      description:
        'The milestones here, as far as the viewer may read them; those of a province are its own only. Needs the records grant.',
    }),
    roadmapCommands,
  ],
};
