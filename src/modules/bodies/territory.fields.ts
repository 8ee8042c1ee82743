import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { Territory } from '../territory/territory.type.ts';
import { BodyListArgs } from './body.args.ts';
import { bodiesIn } from './body.reads.ts';
import { BodyConnection } from './body.type.ts';

@Resolver(() => Territory)
export class TerritoryBodies {
  @FieldResolver(() => BodyConnection, {
    nullable: true,
    description: 'The bodies here, of every level, as far as they are in sight. Needs the records grant.',
  })
  bodies(@Root() { place }: Territory, @Args(() => BodyListArgs) args: BodyListArgs, @Ctx() { scope }: Context) {
    if (args.filter?.territory)
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    return new BodyConnection(bodiesIn(scope, place, args), Boolean(args.after));
  }
}
