import type { Module } from '../../platform/graphql/module.ts';
import { milestonesByIds, milestonesIn } from './roadmap.reads.ts';
import { MilestoneResolver, PhaseResolver } from './roadmap.resolver.ts';
import { phasesByIds, phasesIn } from './phase.reads.ts';
import { roadmapCommands } from './roadmap.commands.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { MilestoneConnection, PhaseConnection, MilestoneListArgs } from './roadmap.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const roadmapModule: Module = {
  tables: [() => import('./roadmap.table.ts')],
  nodes: {
    Phase: (scope, id) => scope.loader(phasesByIds).load(id),
    Milestone: (scope, id) => scope.loader(milestonesByIds).load(id),
  },
  resolvers: [
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
