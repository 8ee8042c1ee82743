import type { Module } from '../../platform/graphql/module.ts';
import { artisansByIds, artisansIn } from './artisan.reads.ts';
import { ArtisanResolver } from './artisan.resolver.ts';
import { ArtisanListArgs, ArtisanConnection } from './artisan.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const artisansModule: Module = {
  tables: [() => import('./artisan.table.ts')],
  nodes: {
    Artisan: (scope, id) => scope.loader(artisansByIds).load(id),
  },
  resolvers: [
    ArtisanResolver,
    territoryList('artisans', {
      args: ArtisanListArgs,
      connection: ArtisanConnection,
      list: artisansIn,
      description: 'The artisans who practise here, as far as the viewer may read them. Needs the records grant.',
    }),
  ],
};
