import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Body } from '../bodies/body.type.ts';
import { readinessesOf } from './readiness.reads.ts';
import { Readiness } from './readiness.type.ts';

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
