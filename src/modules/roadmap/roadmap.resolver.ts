import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { today } from '../../platform/lib/dates.ts';
import { BodyClass, Wave } from '../professions/profession.type.ts';
import { bodyClassOf, waveOf } from '../professions/profession.reads.ts';
import { MilestoneListArgs, Milestone, MilestoneConnection, Phase } from './roadmap.type.ts';
import { milestonesOf, milestonesOfPhase, phasesByIds } from './roadmap.reads.ts';
import { isLate, phaseState, PhaseState } from './roadmap.rules.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Query(() => MilestoneConnection, {
    nullable: true,
    description:
      'The milestones that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  milestones(@Args(() => MilestoneListArgs) args: MilestoneListArgs, @Ctx() { scope }: Context) {
    return new MilestoneConnection(milestonesOf(scope, args));
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it was reached after its planned day, or is not reached and that day is past in the kingdom.',
  })
  isLate(@Root() { plannedOn, actualOn }: Milestone): boolean {
    return isLate(plannedOn, actualOn, today());
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

@Resolver(() => Phase)
export class PhaseResolver {
  @FieldResolver(() => Wave, { description: 'The wave of the roll-out to which it belongs.' })
  wave(@Root() phase: Phase, @Ctx() { scope }: Context): Wave | null {
    return waveOf(scope, phase.waveNumber);
  }

  @FieldResolver(() => PhaseState, { description: 'The state of the phase, such as FINISHED.' })
  state(@Root() { actualFrom, actualTo }: Phase): PhaseState {
    return phaseState(actualFrom, actualTo);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it ended after its planned last day, or has not ended and that day is past in the kingdom.',
  })
  isLate(@Root() { plannedTo, actualTo }: Phase): boolean {
    return isLate(plannedTo, actualTo, today());
  }

  @FieldResolver(() => MilestoneConnection, {
    nullable: true,
    description: 'Its milestones, as far as the viewer may read them, in the order of entry.',
  })
  milestones(@Root() phase: Phase, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new MilestoneConnection(milestonesOfPhase(scope, phase, args));
  }
}
