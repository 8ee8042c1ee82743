import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { Territory } from '../territory/territory.type.ts';
import { OutreachSessionListArgs } from './outreach.args.ts';
import { sessionsIn } from './outreach.reads.ts';
import { OutreachSessionConnection } from './outreach.type.ts';

@Resolver(() => Territory)
export class TerritoryOutreach {
  @FieldResolver(() => OutreachSessionConnection, {
    nullable: true,
    description:
      'The awareness sessions here, as far as they are in sight; those of a province are its own only. Needs the records grant.',
  })
  outreachSessions(
    @Root() { place }: Territory,
    @Args(() => OutreachSessionListArgs) args: OutreachSessionListArgs,
    @Ctx() { scope }: Context,
  ) {
    if (args.filter?.territory)
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    return new OutreachSessionConnection(sessionsIn(scope, place, args), Boolean(args.after));
  }
}
