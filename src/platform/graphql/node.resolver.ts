import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { TenantScope } from '../tenancy/tenant-scope.ts';
import { parseGlobalId } from '../lib/global-id.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Context } from './context.ts';
import { ReadsDatabase } from './cost/directives.ts';
import { EXAMPLE_ID, Node } from './node.type.ts';
import { LARGEST_PAGE } from './page.args.ts';

/** Finds one row by its number; null where it does not exist or the viewer may not read it, which must look the same. */
export type NodeFinder = (scope: TenantScope, id: number) => Node | null | Promise<Node | null>;

const EARLIER_ID = `An "id" of an earlier answer, such as ${EXAMPLE_ID}.`;

/** Makes the resolver of `node` and `nodes` over the finders of all concepts, by type name. */
export function nodeResolver(finders: Readonly<Record<string, NodeFinder>>) {
  const find = async (scope: TenantScope, value: string): Promise<Node | null> => {
    const parsed = parseGlobalId(value);
    if (parsed === null || !Object.hasOwn(finders, parsed.type)) return null;
    return (await finders[parsed.type]?.(scope, parsed.id)) ?? null;
  };

  @Resolver(() => Node)
  class NodeResolver {
    @ReadsDatabase()
    @Query(() => Node, { nullable: true, description: 'An object by its id; null where the viewer may read none.' })
    node(@Arg('id', () => ID, { description: EARLIER_ID }) id: string, @Ctx() { scope }: Context) {
      return find(scope, id);
    }

    @ReadsDatabase(10)
    @Directive(`@listSize(slicingArguments: ["ids"], assumedSize: ${String(LARGEST_PAGE)})`)
    @Query(() => [Node], {
      nullable: 'items',
      description: `Up to ${String(LARGEST_PAGE)} things by their ids, in the same order; null for each that the viewer may not read.`,
    })
    nodes(@Arg('ids', () => [ID], { description: EARLIER_ID }) ids: string[], @Ctx() { scope }: Context) {
      if (ids.length > LARGEST_PAGE) {
        throw badInput('ids', `${String(ids.length)} ids are too many; ${String(LARGEST_PAGE)} are the most.`);
      }
      return Promise.all(ids.map((id) => find(scope, id)));
    }
  }
  return NodeResolver;
}
