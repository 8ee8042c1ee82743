import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { ChangeInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { TieMethod } from './seat.rules.ts';

registerEnumType(TieMethod, {
  name: 'TieMethod',
  description: 'How a tie was resolved.',
  valuesConfig: {
    LOT: { description: 'The tie is resolved by drawing lots.' },
    SENIORITY: { description: 'The elder, or the longer registered, prevails.' },
    RUNOFF: { description: 'By another vote between those who tie.' },
  },
});

const ELECTION = 'The id of the election.';
const WHEN = 'When; today unless stated.';

@InputType({ description: 'The votes of one candidate.' })
export class CountInput {
  @Field(() => ID, { description: 'The id of the candidacy.' })
  candidacyId!: string;

  @Field(() => Int, { description: 'How many votes were counted.' })
  votes!: number;
}

@InputType({ description: 'How ties were resolved, and for whom.' })
export class TieResolutionInput {
  @Field(() => TieMethod, { description: 'How the tie was resolved.' })
  method!: TieMethod;

  @Field(() => [ID], { description: 'The ids of the candidacies that prevailed.' })
  elected!: string[];
}

@InputType({ description: 'The count of an election.' })
export class CloseElectionInput extends ChangeInput {
  @Field(() => ID, { description: ELECTION })
  electionId!: string;

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  heldOn?: string | null;

  @Field(() => [CountInput], { description: 'The votes of each candidate who has not withdrawn.' })
  counts!: CountInput[];

  @Field(() => Int, { nullable: true, description: 'How many votes were blank; none unless stated.' })
  blank?: number | null;

  @Field(() => TieResolutionInput, { nullable: true, description: 'Needed where there is a tie.' })
  tieResolution?: TieResolutionInput | null;
}

@InputType({ description: 'A seat that becomes vacant.' })
export class VacateSeatInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the seat.' })
  seatId!: string;
}

@InputType({ description: 'A replacement for the rest of a term.' })
export class FillSeatInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the seat, which is vacant.' })
  seatId!: string;

  @Field(() => ID, { description: 'The id of the artisan.' })
  artisanId!: string;

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  effectiveOn?: string | null;
}

@InputType({ description: 'A delegation that ends before its term.' })
export class EndDelegationInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the delegate.' })
  delegateId!: string;
}
