import type { Module } from '../../platform/graphql/module.ts';
import { committeesByIds, committeesIn } from './committee.reads.ts';
import { CommitteeResolver, CommitteeMemberResolver } from './committee.resolver.ts';
import { committeeCommands } from './committee.commands.ts';
import { committeeMembersByIds } from './member.reads.ts';
import { CommitteeListArgs, CommitteeConnection } from './committee.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const committeesModule: Module = {
  tables: [() => import('./committee.table.ts')],
  nodes: {
    Committee: (scope, id) => scope.loader(committeesByIds).load(id),
    CommitteeMember: (scope, id) => scope.loader(committeeMembersByIds).load(id),
  },
  resolvers: [
    CommitteeResolver,
    CommitteeMemberResolver,
    committeeCommands,
    territoryList('committees', {
      args: CommitteeListArgs,
      connection: CommitteeConnection,
      list: committeesIn,
      description:
        'The preparatory committees here, of every level, as far as the viewer may read them; those of a province are its own only. Needs the records grant.',
    }),
  ],
};
