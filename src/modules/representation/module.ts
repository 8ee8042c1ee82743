import type { Module } from '../../platform/graphql/module.ts';
import { BodyFigures, PeopleFigures } from './count.resolver.ts';
import { publishedSource } from './published-figure.reads.ts';
import { RateFigures, CellKeys, RepresentationResolver, TerritoryFigures } from './representation.resolver.ts';

export const representationModule: Module = {
  tables: [() => import('./representation.table.ts')],
  reference: [publishedSource],
  resolvers: [PeopleFigures, BodyFigures, RateFigures, RepresentationResolver, CellKeys, TerritoryFigures],
};
