import type { Module } from '../../platform/graphql/module.ts';
import { BodyFigures, PeopleFigures } from './count.resolver.ts';
import { publishedSource } from './published-figure.reads.ts';
import { RateFigures } from './rate.resolver.ts';
import { CellKeys, RepresentationResolver, TerritoryFigures } from './representation.resolver.ts';

export const representationModule: Module = {
  tables: [() => import('./figure.tables.ts'), () => import('./published-figure.table.ts')],
  reference: [publishedSource],
  resolvers: [PeopleFigures, BodyFigures, RateFigures, RepresentationResolver, CellKeys, TerritoryFigures],
};
