import { Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { today } from '../../platform/lib/dates.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { Wave } from '../professions/profession.type.ts';
import { waveOf } from '../professions/profession.reads.ts';
import { Region } from '../territory/territory.type.ts';
import { regionOf } from '../territory/territory.reads.ts';
import { milestonesOfPhase } from './milestone.reads.ts';
import { isLate, phaseState, PhaseState } from './roadmap.rules.ts';
import { MilestoneConnection, Phase } from './roadmap.type.ts';

@Resolver(() => Phase)
export class PhaseResolver {
  @FieldResolver(() => ID, { description: 'Opaque and stable; never parse it.' })
  id(@Root() phase: Phase): string {
    return globalId('Phase', Number(phase.id));
  }

  @FieldResolver(() => Wave, { description: 'The wave of the roll-out to which it belongs.' })
  wave(@Root() phase: Phase, @Ctx() { scope }: Context): Wave | null {
    return waveOf(scope, phase.waveNumber);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Its region; null for a phase of the nation.' })
  region(@Root() phase: Phase, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, phase.regionId);
  }

  @FieldResolver(() => PhaseState, { description: 'Where it stands.' })
  state(@Root() { actualFrom, actualTo }: Phase): PhaseState {
    return phaseState(actualFrom, actualTo);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it ended after its planned last day, or has not ended and that day is past in the kingdom.',
  })
  late(@Root() { plannedTo, actualTo }: Phase): boolean {
    return isLate(plannedTo, actualTo, today());
  }

  @FieldResolver(() => MilestoneConnection, {
    nullable: true,
    description: 'Its milestones, as far as they are in sight, in the order of entry.',
  })
  milestones(@Root() phase: Phase, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new MilestoneConnection(milestonesOfPhase(scope, phase, args), Boolean(args.after));
  }
}
