import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { bodyReference } from './rule.reads.ts';
import { Office, Rule } from './rule.type.ts';

@Resolver(() => Rule)
export class RuleResolver {
  @ListSize(44)
  @Query(() => [Rule], { description: 'The thresholds of the roll-out, past and present. No token needed.' })
  rules(@Ctx() { scope }: Context): readonly Rule[] {
    return bodyReference(scope).rules;
  }

  @ListSize(7)
  @Query(() => [Office], { description: 'The offices of a board. No token needed.' })
  offices(@Ctx() { scope }: Context): readonly Office[] {
    return bodyReference(scope).offices;
  }
}
