import type { Module } from '../../platform/graphql/module.ts';

export const casesModule: Module = { tables: [() => import('./case.table.ts')], resolvers: [] };
