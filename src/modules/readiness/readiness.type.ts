import { Field, Float, ObjectType, Int } from 'type-graphql';
import { ListSize } from '../../platform/graphql/cost/directives.ts';
import { Body } from '../bodies/body.type.ts';
import { Rule } from '../rules/rule.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'One condition that a level demands of its bodies, and how it stands.',
})
export class ReadinessCondition {
  @Field(() => String, { description: 'The code of the rule, such as COMMITTEE_MEMBERS.' })
  code!: string;

  @Field(() => Boolean, { description: 'Whether it is met now.' })
  met!: boolean;

  @Field(() => Float, { nullable: true, description: 'The value that is needed; null where it is not known yet.' })
  required!: number | null;

  @Field(() => Float, { nullable: true, description: 'The value now; null where it is not known yet.' })
  actual!: number | null;

  @Field(() => Rule, { description: 'The rule with its threshold, its dates, its status and its source.' })
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

@ObjectType({ simpleResolvers: true, description: 'A condition as it stands and as it would stand.' })
export class SimulatedCondition {
  @Field(() => String, { description: 'The rule by its code, such as ELIGIBLE_REGISTRANTS.' })
  code!: string;

  @Field(() => Float, { nullable: true, description: 'What is needed now.' })
  requiredNow!: number | null;

  @Field(() => Float, { nullable: true, description: 'What would be needed.' })
  requiredThen!: number | null;

  @Field(() => Float, { nullable: true, description: 'What there is now; of merged provinces null.' })
  actualNow!: number | null;

  @Field(() => Float, { nullable: true, description: 'What there would be.' })
  actualThen!: number | null;

  @Field(() => Boolean, { description: 'Whether it is met now; of merged provinces, in any of them.' })
  metNow!: boolean;

  @Field(() => Boolean, { description: 'Whether it would be met.' })
  metThen!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A body, or the bodies of merged provinces, as they would be judged.',
})
export class SimulatedBody {
  @ListSize(9)
  @Field(() => [Body], { description: 'The body; those of merged provinces together.' })
  bodies!: Body[];

  @Field(() => Boolean, {
    description: 'Whether it meets every condition now; of merged provinces, whether one of them does.',
  })
  readyNow!: boolean;

  @Field(() => Boolean, { description: 'Whether it would be ready under the changed rules.' })
  readyThen!: boolean;

  @ListSize(10)
  @Field(() => [SimulatedCondition], { description: 'The conditions that would be met and are not, or the other way.' })
  changes!: SimulatedCondition[];
}

@ObjectType({ simpleResolvers: true, description: 'What would be ready under other rules. Nothing is written.' })
export class Simulation {
  @Field(() => Int, { description: 'How many of these meet every condition now.' })
  readyNow!: number;

  @Field(() => Int, { description: 'How many bodies would be ready under the changed rules.' })
  readyThen!: number;

  @ListSize(75)
  @Field(() => [SimulatedBody], { description: 'Each of them, in the order of their territories.' })
  bodies!: SimulatedBody[];
}
