import type { Module } from '../../platform/graphql/module.ts';
import { artisansByIds } from './artisan.reads.ts';
import { ArtisanResolver } from './artisan.resolver.ts';
import { TerritoryArtisans } from './territory.fields.ts';

export const artisansModule: Module = {
  tables: [() => import('./artisan.table.ts')],
  nodes: {
    Artisan: (scope, id) => scope.loader(artisansByIds).load(id),
  },
  resolvers: [ArtisanResolver, TerritoryArtisans],
};
