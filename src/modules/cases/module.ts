import type { Module } from '../../platform/graphql/module.ts';
import { IdentityAlertResolver } from './case.resolver.ts';

export const casesModule: Module = {
  tables: [() => import('./case.table.ts')],
  resolvers: [IdentityAlertResolver],
};
