import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, SEVERAL_LINES } from '../../platform/graphql/mutation.input.ts';

@InputType({ description: 'Two entries of one person that become one.' })
export class MergeArtisansInput extends ChangeInput {
  @Field(() => ID, {
    description: 'The id of the entry that is merged and then deleted; expectedVersion is its version.',
  })
  artisanId!: string;

  @Field(() => ID, { description: 'The id of the entry that is kept.' })
  keptId!: string;

  @Field(() => Int, {
    description: 'The version of the kept entry that you have read; STALE_VERSION if it was changed since.',
  })
  keptVersion!: number;

  @Field(() => String, {
    description: 'Why this one is kept, at most 500 characters; both regions read it. It may have several lines.',
  })
  @Extensions(SEVERAL_LINES)
  reason!: string;
}

@InputType({ description: 'A case of duplicates that needs a decision.' })
export class ConfirmDuplicateInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of an open issue of the case; expectedVersion is its version.' })
  issueId!: string;
}

@InputType({ description: 'A case of duplicates that is none any more.' })
export class SeparateDuplicatesInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the issue of one side.' })
  issueId!: string;

  @Field(() => String, {
    description: 'What was found out, at most 500 characters; each region reads it. It may have several lines.',
  })
  @Extensions(SEVERAL_LINES)
  resolution!: string;
}
