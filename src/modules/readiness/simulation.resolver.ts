import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { SimulateInput } from './simulation.input.ts';
import { simulationOf } from './simulation.reads.ts';
import { Simulation } from './simulation.type.ts';

@Resolver()
export class SimulationResolver {
  @ReadsDatabase(10)
  @Query(() => Simulation, {
    nullable: true,
    description:
      'What if: which bodies would be ready under other thresholds, or with merged provinces. Writes nothing. Needs the records grant; BAD_USER_INPUT tells every fault.',
  })
  simulate(
    @Arg('input', () => SimulateInput, { description: 'Which bodies, and what would be other.' }) input: SimulateInput,
    @Ctx() { scope }: Context,
  ): Promise<Simulation> {
    return simulationOf(scope, input);
  }
}
