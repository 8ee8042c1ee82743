import type { Module } from '../../platform/graphql/module.ts';
import { milestonesByIds } from './milestone.reads.ts';
import { MilestoneResolver } from './milestone.resolver.ts';
import { phasesByIds } from './phase.reads.ts';
import { PhaseResolver } from './phase.resolver.ts';
import { planningCommands } from './planning.commands.ts';
import { TerritoryRoadmap } from './territory.fields.ts';

export const roadmapModule: Module = {
  tables: [() => import('./roadmap.table.ts')],
  nodes: {
    Phase: (scope, id) => scope.loader(phasesByIds).load(id),
    Milestone: (scope, id) => scope.loader(milestonesByIds).load(id),
  },
  resolvers: [PhaseResolver, MilestoneResolver, TerritoryRoadmap, planningCommands],
};
