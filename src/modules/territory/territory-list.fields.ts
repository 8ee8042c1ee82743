import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { badInput } from '../../platform/errors/domain-error.ts';
import type { Context } from '../../platform/graphql/context.ts';
import type { LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { Territory } from './territory.type.ts';

type ListArgs = PageArgs & { readonly filter?: { readonly territory?: string | null } | null };

interface TerritoryList<Given extends PageArgs, Row extends object> {
  readonly args: ClassType<Given>;
  readonly connection: new (list: LazyConnection<Row>) => object;
  readonly list: (scope: TenantScope, place: TerritoryScope, args: Given) => LazyConnection<Row>;
  readonly description: string;
}

/** Makes the resolver of a list of a territory, such as `Region.meetings`: the same list, of this place. */
export function territoryList<Given extends PageArgs, Row extends object>(
  name: string,
  { args, connection: Connection, list, description }: TerritoryList<Given, Row>,
): new () => object {
  class TerritoryListResolver {
    readonly field = name;
  }
  const { prototype } = TerritoryListResolver;
  const value = ({ place }: Territory, given: Given, { scope }: Context): object => {
    if ((given as ListArgs).filter?.territory) {
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    }
    return new Connection(list(scope, place, given));
  };
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  Root()(prototype, name, 0);
  Args(() => args)(prototype, name, 1);
  Ctx()(prototype, name, 2);
  FieldResolver(() => Connection, { nullable: true, description })(prototype, name, { value });
  Resolver(() => Territory)(TerritoryListResolver);
  return TerritoryListResolver;
}
