import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { MemberCapacity } from './committee.rules.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const COMMITTEE = 'The id of the committee.';

@InputType({ description: 'A committee that is to be formed.' })
export class PlanCommitteeInput extends CreateInput {
  @Field(() => TerritoryCode, { description: 'The territory of its body: MA-FES, MA-03 or MA.' })
  territory!: string;

  @Field(() => BodyClassCode, { description: 'The body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it is to be formed.' })
  plannedOn?: string | null;
}

@InputType({ description: 'A member of a committee: an artisan by id, anyone else by name.' })
export class CommitteeMemberInput {
  @Field(() => MemberCapacity, { description: 'The capacity in which the person sits, such as AMIN.' })
  capacity!: MemberCapacity;

  @Field(() => ID, { nullable: true, description: 'The artisan; needed where the capacity is ARTISAN.' })
  artisanId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name in Arabic letters, of a member who is no artisan: letters, spaces, hyphens and apostrophes.',
  })
  nameAr?: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Latin letters.' })
  nameLatin?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether this member chairs the committee; false unless stated.',
  })
  chair?: boolean | null;
}

@InputType({ description: 'The forming of a committee.' })
export class FormCommitteeInput extends ChangeInput {
  @Field(() => ID, { description: COMMITTEE })
  committeeId!: string;

  @Field(() => [CommitteeMemberInput], { description: 'Its members, 1 to 50, exactly one of them the chair.' })
  members!: CommitteeMemberInput[];

  @Field(() => LocalDate, { nullable: true, description: 'When it was formed; today unless stated.' })
  formedOn?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of its mandate.' })
  mandateEndsOn?: string | null;
}

@InputType({ description: 'A further member of a committee.' })
export class AddCommitteeMemberInput extends ChangeInput {
  @Field(() => ID, { description: COMMITTEE })
  committeeId!: string;

  @Field(() => CommitteeMemberInput, { description: 'The member; not the chair.' })
  member!: CommitteeMemberInput;
}

@InputType({ description: 'A member who leaves a committee.' })
export class RemoveCommitteeMemberInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the member; expectedVersion is the member’s.' })
  memberId!: string;
}

@InputType({ description: 'The draft of the statutes, adopted by a committee with quorum.' })
export class DraftStatutesInput extends ChangeInput {
  @Field(() => ID, { description: COMMITTEE })
  committeeId!: string;

  @Field(() => Int, { description: 'How many members were present; half of them, rounded up, are a quorum.' })
  present!: number;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  draftedOn?: string | null;
}

@InputType({ description: 'A committee that ends without a foundation.' })
export class FailCommitteeInput extends ChangeInput {
  @Field(() => ID, { description: COMMITTEE })
  committeeId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is given up before its mandate ends; without it the mandate must be over.',
  })
  givenUp?: boolean | null;
}
