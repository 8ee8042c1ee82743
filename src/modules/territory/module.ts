import type { Module } from '../../platform/graphql/module.ts';
import { territoryOf, territorySource } from './territory.reads.ts';
import {
  InstitutionResolver,
  NationResolver,
  ProvinceResolver,
  RegionResolver,
  ViewerResolver,
} from './territory.resolver.ts';

export const territoryModule: Module = {
  tables: [() => import('./territory.table.ts')],
  reference: [territorySource],
  inMemoryTypes: ['Nation', 'Region', 'Province', 'Institution'],
  nodes: {
    Nation: (scope, id) => (id === 0 ? territoryOf(scope).nation : null),
    Region: (scope, id) => territoryOf(scope).regionById.get(id) ?? null,
    Province: (scope, id) => territoryOf(scope).provinceById.get(id) ?? null,
    Institution: (scope, id) =>
      territoryOf(scope).institutions.find(({ institutionId }) => institutionId === id) ?? null,
  },
  resolvers: [ViewerResolver, NationResolver, RegionResolver, ProvinceResolver, InstitutionResolver],
};
