import { Ctx, FieldResolver, ID, Resolver, Root, type ClassType } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ID_DESCRIPTION } from '../../platform/graphql/node.type.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { Province, Region, Territory } from './territory.type.ts';
import { provinceOf, regionOf, territoryOfRow } from './territory.reads.ts';

interface Row {
  readonly id: string | number;
  readonly regionId: number;
  readonly provinceId?: number | null;
}

/** What the fields of a row's place say: a sentence for each field that the type has. */
interface Places {
  readonly territory?: string;
  readonly region?: string;
  readonly province?: string;
}

const FIELDS = {
  territory: {
    type: () => Territory,
    nullable: false,
    value: (row: Row, { scope }: Context) =>
      territoryOfRow(scope, { regionId: row.regionId, provinceId: row.provinceId ?? null }),
  },
  region: {
    type: () => Region,
    nullable: true,
    value: (row: Row, { scope }: Context) => regionOf(scope, row.regionId),
  },
  province: {
    type: () => Province,
    nullable: true,
    value: (row: Row, { scope }: Context) => provinceOf(scope, row.provinceId ?? null),
  },
} as const;

/** Makes the resolver of the fields that rows of a type have alike: `id`, and those of its place that are described. */
export function entityFields(type: ClassType<Row>, places: Places = {}): new () => object {
  class EntityFields {
    readonly type = type;
  }
  const { prototype } = EntityFields;
  const define = (name: string, value: (row: Row, context: Context) => unknown, field: MethodDecorator): void => {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    field(prototype, name, { value });
  };
  const idOf = ({ id }: Row): string => globalId(type.name, Number(id));
  define(
    'id',
    idOf,
    FieldResolver(() => ID, { description: ID_DESCRIPTION }),
  );
  for (const name of Object.keys(FIELDS) as (keyof Places)[]) {
    const description = places[name];
    if (description === undefined) continue;
    const { type: returned, nullable, value } = FIELDS[name];
    define(name, value, FieldResolver(returned, { nullable, description }));
  }
  Resolver(() => type)(EntityFields);
  return EntityFields;
}
