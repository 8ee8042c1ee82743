import { Ctx, FieldResolver, Resolver, Root, Arg, Query } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Body } from '../bodies/body.type.ts';
import { readinessesOf } from './readiness.reads.ts';
import { Readiness, Simulation } from './readiness.type.ts';
import { ReadinessSimulationInput } from './readiness.input.ts';
import { simulationOf } from './simulation.reads.ts';

@Resolver(() => Body)
export class BodyReadiness {
  @ReadsDatabase(4)
  @FieldResolver(() => Readiness, {
    description: 'Each condition that its level demands, met or not, with the numbers, as of today.',
  })
  readiness(@Root() body: Body, @Ctx() { scope }: Context): Promise<Readiness> {
    return scope.loader(readinessesOf).load(body);
  }
}

@Resolver()
export class SimulationResolver {
  @ReadsDatabase(10)
  @Query(() => Simulation, {
    nullable: true,
    description:
      'What if: which bodies would be ready under other thresholds, or with merged provinces. Writes nothing. Needs the records grant; BAD_USER_INPUT lists every fault.',
  })
  readinessSimulation(
    @Arg('input', () => ReadinessSimulationInput, { description: 'Which bodies, and what would be other.' })
    input: ReadinessSimulationInput,
    @Ctx() { scope }: Context,
  ): Promise<Simulation> {
    return simulationOf(scope, input);
  }
}
