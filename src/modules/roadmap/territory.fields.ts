import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { Territory } from '../territory/territory.type.ts';
import { MilestoneListArgs } from './milestone.args.ts';
import { milestonesIn } from './milestone.reads.ts';
import { phasesIn } from './phase.reads.ts';
import { MilestoneConnection, PhaseConnection } from './roadmap.type.ts';

@Resolver(() => Territory)
export class TerritoryRoadmap {
  @FieldResolver(() => PhaseConnection, {
    nullable: true,
    description:
      'The phases of the roll-out here, first planned first: those of the region for a province, and those of every region in sight besides its own for the nation. Needs the records grant.',
  })
  phases(@Root() { place }: Territory, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new PhaseConnection(phasesIn(scope, place, args), Boolean(args.after));
  }

  @FieldResolver(() => MilestoneConnection, {
    nullable: true,
    description:
      'The milestones here, as far as they are in sight; those of a province are its own only. Needs the records grant.',
  })
  milestones(
    @Root() { place }: Territory,
    @Args(() => MilestoneListArgs) args: MilestoneListArgs,
    @Ctx() { scope }: Context,
  ) {
    if (args.filter?.territory)
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    return new MilestoneConnection(milestonesIn(scope, place, args), Boolean(args.after));
  }
}
