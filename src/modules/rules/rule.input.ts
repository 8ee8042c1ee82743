import { Field, Float, InputType } from 'type-graphql';
import { CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyLevel } from '../committees/committee.rules.ts';

@InputType({ description: 'A threshold that is to hold from a day on; what held before ends on that day.' })
export class ChangeRuleInput extends CreateInput {
  @Field(() => String, { description: 'What it governs, such as ELIGIBLE_REGISTRANTS.' })
  code!: string;

  @Field(() => BodyLevel, { description: 'The level that it governs.' })
  level!: BodyLevel;

  @Field(() => Float, {
    description:
      'The new threshold: a share from 0 to 1; otherwise a whole number: a count up to 1,000,000, days up to 365, years from 1 to 50.',
  })
  value!: number;

  @Field(() => LocalDate, { nullable: true, description: 'From when, today or later; today unless stated.' })
  validFrom?: string | null;

  @Field(() => String, { description: 'Where it comes from: the order, the circular, the decision.' })
  source!: string;
}
