import { entityFields } from '../territory/entity.fields.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { assembliesByIds, delegatesByIds, seatsByIds } from './board.reads.ts';
import { DelegateResolver, FoundingAssemblyResolver, SeatResolver } from './board.resolver.ts';
import { bodiesByIds, bodiesIn } from './body.reads.ts';
import { BodyResolver } from './body.resolver.ts';
import { BodyListArgs, BodyConnection, FoundingAssembly, Body } from './body.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';
import { Delegate, Seat } from './board.type.ts';

export const bodiesModule: Module = {
  tables: [() => import('./body.table.ts')],
  nodes: {
    Body: (scope, id) => scope.loader(bodiesByIds).load(id),
    FoundingAssembly: (scope, id) => scope.loader(assembliesByIds).load(id),
    Seat: (scope, id) => scope.loader(seatsByIds).load(id),
    Delegate: (scope, id) => scope.loader(delegatesByIds).load(id),
  },
  resolvers: [
    entityFields(Seat),
    entityFields(Delegate),
    entityFields(FoundingAssembly),
    entityFields(Body, {
      territory: 'The province, the region or the nation for which it stands.',
      region: 'Its region; null for a national body.',
      province: 'Its province; null for a regional or national body.',
    }),
    BodyResolver,
    SeatResolver,
    DelegateResolver,
    FoundingAssemblyResolver,
    territoryList('bodies', {
      args: BodyListArgs,
      connection: BodyConnection,
      list: bodiesIn,
      description: 'The bodies here, of every level, as far as the viewer may read them. Needs the records grant.',
    }),
  ],
};
