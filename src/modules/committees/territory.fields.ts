import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { Territory } from '../territory/territory.type.ts';
import { CommitteeListArgs } from './committee.args.ts';
import { committeesIn } from './committee.reads.ts';
import { CommitteeConnection } from './committee.type.ts';

@Resolver(() => Territory)
export class TerritoryCommittees {
  @FieldResolver(() => CommitteeConnection, {
    nullable: true,
    description:
      'The preparatory committees here, of every level, as far as they are in sight; those of a province are its own only. Needs the records grant.',
  })
  committees(
    @Root() { place }: Territory,
    @Args(() => CommitteeListArgs) args: CommitteeListArgs,
    @Ctx() { scope }: Context,
  ) {
    if (args.filter?.territory)
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    return new CommitteeConnection(committeesIn(scope, place, args), Boolean(args.after));
  }
}
