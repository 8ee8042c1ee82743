import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { today } from '../../platform/lib/dates.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { BodyClass } from '../professions/profession.type.ts';
import { bodyClassOf } from '../professions/profession.reads.ts';
import { Province, Region, Territory } from '../territory/territory.type.ts';
import { provinceOf, regionOf, territoryOfRow } from '../territory/territory.reads.ts';
import { MilestoneListArgs } from './milestone.args.ts';
import { milestonesOf } from './milestone.reads.ts';
import { phasesByIds } from './phase.reads.ts';
import { isLate } from './roadmap.rules.ts';
import { Milestone, MilestoneConnection, Phase } from './roadmap.type.ts';

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Query(() => MilestoneConnection, {
    nullable: true,
    description: 'The milestones in sight. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  milestones(@Args(() => MilestoneListArgs) args: MilestoneListArgs, @Ctx() { scope }: Context) {
    return new MilestoneConnection(milestonesOf(scope, args), Boolean(args.after));
  }

  @FieldResolver(() => ID, { description: 'Opaque and stable; never parse it.' })
  id(@Root() milestone: Milestone): string {
    return globalId('Milestone', Number(milestone.id));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it was reached after its planned day, or is not reached and that day is past in the kingdom.',
  })
  late(@Root() { plannedOn, actualOn }: Milestone): boolean {
    return isLate(plannedOn, actualOn, today());
  }

  @FieldResolver(() => Territory, { description: 'The province, the region or the nation that is to reach it.' })
  territory(@Root() milestone: Milestone, @Ctx() { scope }: Context): Territory {
    return territoryOfRow(scope, milestone);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Its region; null for a milestone of the nation.' })
  region(@Root() milestone: Milestone, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, milestone.regionId);
  }

  @FieldResolver(() => Province, {
    nullable: true,
    description: 'Its province; null for a milestone of a whole region.',
  })
  province(@Root() milestone: Milestone, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, milestone.provinceId);
  }

  @FieldResolver(() => BodyClass, { nullable: true, description: 'The class that it concerns; null for all classes.' })
  bodyClass(@Root() milestone: Milestone, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOf(scope, milestone.bodyClassId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Phase, { description: 'The phase that is to bring it.' })
  phase(@Root() milestone: Milestone, @Ctx() { scope }: Context): Promise<Phase | null> {
    return scope.loader(phasesByIds).load(milestone.phaseId);
  }
}
