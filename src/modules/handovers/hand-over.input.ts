import { Extensions, Field, ID, InputType } from 'type-graphql';
import { ChangeInput, SEVERAL_LINES } from '../../platform/graphql/mutation.input.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const ID_OF = 'The id of the hand-over, of your own side.';
const REASON = 'Why, in words, at most 500 characters; both regions read it. It may have several lines.';

@InputType({ description: 'An offer of a person to another region.' })
export class OfferHandOverInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the artisan; expectedVersion is that of the artisan.' })
  artisanId!: string;

  @Field(() => TerritoryCode, { description: 'The new province of practice by its code, in another region.' })
  province!: string;
}

@InputType({ description: 'The acceptance of a person by the receiving region.' })
export class AcceptHandOverInput extends ChangeInput {
  @Field(() => ID, { description: ID_OF })
  handOverId!: string;
}

@InputType({ description: 'The refusal of a hand-over by the receiving region.' })
export class DeclineHandOverInput extends ChangeInput {
  @Field(() => ID, { description: ID_OF })
  handOverId!: string;

  @Field(() => String, { description: REASON })
  @Extensions(SEVERAL_LINES)
  reason!: string;
}

@InputType({ description: 'The withdrawal of a hand-over by the offering region.' })
export class WithdrawHandOverInput extends ChangeInput {
  @Field(() => ID, { description: ID_OF })
  handOverId!: string;

  @Field(() => String, { description: REASON })
  @Extensions(SEVERAL_LINES)
  reason!: string;
}
