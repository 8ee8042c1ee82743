import { Field, ID, InputType } from 'type-graphql';
import { ChangeInput, CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { ElectionKind } from './election.rules.ts';

const ELECTION = 'The id of the election.';
const WHEN = 'When; today unless stated.';

@InputType({ description: 'The call of an election.' })
export class CallElectionInput extends CreateInput {
  @Field(() => ID, { description: 'The id of the body.' })
  bodyId!: string;

  @Field(() => ElectionKind, { description: 'What the election is for: seats of a board, or delegates.' })
  kind!: ElectionKind;

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  calledOn?: string | null;
}

@InputType({ description: 'A candidate for an election.' })
export class AddCandidacyInput extends CreateInput {
  @Field(() => ID, { description: ELECTION })
  electionId!: string;

  @Field(() => ID, { description: 'The id of the artisan.' })
  artisanId!: string;

  @Field(() => String, { nullable: true, description: 'The office by its code, such as PRESIDENT; for a board only.' })
  office?: string | null;
}

@InputType({ description: 'A candidate who withdraws.' })
export class WithdrawCandidacyInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the candidacy.' })
  candidacyId!: string;
}

@InputType({ description: 'Who has voted; never for whom.' })
export class RecordVotersInput extends ChangeInput {
  @Field(() => ID, { description: ELECTION })
  electionId!: string;

  @Field(() => [ID], { description: 'The ids of the artisans, 1 to 500.' })
  artisanIds!: string[];
}

@InputType({ description: 'An election that is called off.' })
export class CancelElectionInput extends ChangeInput {
  @Field(() => ID, { description: ELECTION })
  electionId!: string;
}
