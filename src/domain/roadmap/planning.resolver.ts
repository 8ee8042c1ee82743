import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Milestone, Phase } from './roadmap.type.ts';
import {
  PhaseStepInput,
  PlanMilestoneInput,
  PlanPhaseInput,
  ReachMilestoneInput,
  ReplanMilestoneInput,
  ReplanPhaseInput,
} from './roadmap.input.ts';
import {
  finishPhase,
  planMilestone,
  planPhase,
  reachMilestone,
  replanMilestone,
  replanPhase,
  startPhase,
} from './roadmap.writes.ts';

@Resolver()
export class PlanningResolver {
  @Mutation(() => Phase, {
    nullable: true,
    description: `Plans a phase of a region or of the nation. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, FORBIDDEN.`,
  })
  planPhase(
    @Arg('input', () => PlanPhaseInput, { description: 'The phase.' }) input: PlanPhaseInput,
    @Ctx() { scope }: Context,
  ): Promise<Phase> {
    return scope.write('planPhase', input, (write) => planPhase(write, input));
  }

  @Mutation(() => Phase, {
    nullable: true,
    description: `Changes the planned days of a phase that is not finished. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  replanPhase(
    @Arg('input', () => ReplanPhaseInput, { description: 'The days.' }) input: ReplanPhaseInput,
    @Ctx() { scope }: Context,
  ): Promise<Phase> {
    return scope.write('replanPhase', input, (write) => replanPhase(write, input));
  }

  @Mutation(() => Phase, {
    nullable: true,
    description: `NOT_STARTED to UNDER_WAY. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  startPhase(
    @Arg('input', () => PhaseStepInput, { description: 'Which.' }) input: PhaseStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Phase> {
    return scope.write('startPhase', input, (write) => startPhase(write, input));
  }

  @Mutation(() => Phase, {
    nullable: true,
    description: `UNDER_WAY to FINISHED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  finishPhase(
    @Arg('input', () => PhaseStepInput, { description: 'Which.' }) input: PhaseStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Phase> {
    return scope.write('finishPhase', input, (write) => finishPhase(write, input));
  }

  @Mutation(() => Milestone, {
    nullable: true,
    description: `Plans a milestone of a phase. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN.`,
  })
  planMilestone(
    @Arg('input', () => PlanMilestoneInput, { description: 'The milestone.' }) input: PlanMilestoneInput,
    @Ctx() { scope }: Context,
  ): Promise<Milestone> {
    return scope.write('planMilestone', input, (write) => planMilestone(write, input));
  }

  @Mutation(() => Milestone, {
    nullable: true,
    description: `Changes the planned day of a milestone that is not reached. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, REACHED).`,
  })
  replanMilestone(
    @Arg('input', () => ReplanMilestoneInput, { description: 'The day.' }) input: ReplanMilestoneInput,
    @Ctx() { scope }: Context,
  ): Promise<Milestone> {
    return scope.write('replanMilestone', input, (write) => replanMilestone(write, input));
  }

  @Mutation(() => Milestone, {
    nullable: true,
    description: `Records that a milestone is reached; late for ever if after its planned day. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, REACHED).`,
  })
  reachMilestone(
    @Arg('input', () => ReachMilestoneInput, { description: 'Which.' }) input: ReachMilestoneInput,
    @Ctx() { scope }: Context,
  ): Promise<Milestone> {
    return scope.write('reachMilestone', input, (write) => reachMilestone(write, input));
  }
}
