import type { Module } from '../../platform/graphql/module.ts';
import { BodyFigures, PeopleFigures } from './count.resolver.ts';
import { RateFigures, CellKeys, RepresentationResolver, TerritoryFigures } from './representation.resolver.ts';

export const representationModule: Module = {
  resolvers: [PeopleFigures, BodyFigures, RateFigures, RepresentationResolver, CellKeys, TerritoryFigures],
};
