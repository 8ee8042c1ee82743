import { Field, Float, ObjectType } from 'type-graphql';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { Rule } from '../bodies/rule.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'One condition that a level demands of its bodies, and how it stands.',
})
export class ReadinessCondition {
  @Field(() => String, { description: 'The code of the rule, such as COMMITTEE_MEMBERS.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it is met now.' })
  met!: boolean;

  @Field(() => Float, { nullable: true, description: 'What is needed; null where nothing can be told yet.' })
  required!: number | null;

  @Field(() => Float, { nullable: true, description: 'What there is; null where nothing can be told yet.' })
  actual!: number | null;

  @Field(() => Rule, { description: 'The rule with its threshold, its dates, its mark and its source.' })
  rule!: Rule;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether a body meets every condition of its level. The conditions are dated data: see "rules".',
})
export class Readiness {
  @Field(() => Boolean, { description: 'Whether every condition is met.' })
  ready!: boolean;

  @ListSize(10)
  @Field(() => [ReadinessCondition], { description: 'Each condition that the level demands, in order.' })
  conditions!: ReadinessCondition[];

  @ListSize(10)
  @Field(() => [ReadinessCondition], { description: 'What is missing: the conditions that are not met.' })
  missing!: ReadinessCondition[];
}
