import type { Module } from '../../platform/graphql/module.ts';
import { nomenclatureOf, nomenclatureSource } from './profession.reads.ts';
import { BodyClassResolver, FamilyResolver, ProfessionResolver, SectorResolver } from './profession.resolver.ts';

export const professionsModule: Module = {
  tables: [() => import('./profession.table.ts')],
  reference: [nomenclatureSource],
  inMemoryTypes: ['Family', 'Sector', 'Profession', 'BodyClass', 'Wave'],
  nodes: {
    Family: (scope, id) => nomenclatureOf(scope).families.find(({ familyId }) => familyId === id) ?? null,
    Sector: (scope, id) => nomenclatureOf(scope).sectorById.get(id) ?? null,
    Profession: (scope, id) => nomenclatureOf(scope).professionById.get(id) ?? null,
    BodyClass: (scope, id) => nomenclatureOf(scope).bodyClassById.get(id) ?? null,
  },
  resolvers: [FamilyResolver, SectorResolver, ProfessionResolver, BodyClassResolver],
};
