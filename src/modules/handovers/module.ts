import type { Module } from '../../platform/graphql/module.ts';
import { handOversByIds } from './hand-over.reads.ts';
import { HandOverResolver } from './hand-over.resolver.ts';
import { handOverCommands } from './hand-over.commands.ts';

export const handoversModule: Module = {
  tables: [() => import('./hand-over.table.ts')],
  nodes: {
    HandOver: (scope, id) => scope.loader(handOversByIds).load(id),
  },
  resolvers: [HandOverResolver, handOverCommands],
};
