import type { Module } from '../../platform/graphql/module.ts';
import { committeesByIds } from './committee.reads.ts';
import { CommitteeResolver } from './committee.resolver.ts';
import { formationCommands } from './formation.commands.ts';
import { committeeMembersByIds } from './member.reads.ts';
import { CommitteeMemberResolver } from './member.resolver.ts';
import { TerritoryCommittees } from './territory.fields.ts';

export const committeesModule: Module = {
  tables: [() => import('./committee.table.ts')],
  nodes: {
    Committee: (scope, id) => scope.loader(committeesByIds).load(id),
    CommitteeMember: (scope, id) => scope.loader(committeeMembersByIds).load(id),
  },
  resolvers: [CommitteeResolver, CommitteeMemberResolver, formationCommands, TerritoryCommittees],
};
