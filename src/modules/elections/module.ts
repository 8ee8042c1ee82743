import type { Module } from '../../platform/graphql/module.ts';
import { candidaciesByIds, electionsByIds } from './election.reads.ts';
import { BodyElections, CandidacyResolver, ElectionResolver } from './election.resolver.ts';
import { electionCommands } from './election.commands.ts';

export const electionsModule: Module = {
  tables: [() => import('./election.table.ts')],
  nodes: {
    Election: (scope, id) => scope.loader(electionsByIds).load(id),
    Candidacy: (scope, id) => scope.loader(candidaciesByIds).load(id),
  },
  resolvers: [ElectionResolver, CandidacyResolver, BodyElections, electionCommands],
};
