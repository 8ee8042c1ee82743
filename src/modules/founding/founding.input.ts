import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const BODY = 'The id of the body.';
const WHEN = 'When; today unless stated.';

@InputType({ description: 'A body that the programme plans.' })
export class PlanBodyInput extends CreateInput {
  @Field(() => TerritoryCode, {
    description: 'Its territory: MA-FES for a provincial body, MA-03 for a regional one, MA for the national one.',
  })
  territory!: string;

  @Field(() => BodyClassCode, { description: 'Its class by code, such as VEHICLE_REPAIR.' })
  bodyClass!: string;
}

@InputType()
export abstract class BodyStepInput extends ChangeInput {
  @Field(() => ID, { description: BODY })
  bodyId!: string;

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  effectiveOn?: string | null;
}

@InputType({ description: 'The beginning of the preparation of a body.' })
export class PrepareBodyInput extends BodyStepInput {}

@InputType({ description: 'The approval of a founded body.' })
export class ApproveBodyInput extends BodyStepInput {}

@InputType({ description: 'The suspension of an active body.' })
export class SuspendBodyInput extends BodyStepInput {}

@InputType({ description: 'The end of the suspension of a body.' })
export class ResumeBodyInput extends BodyStepInput {}

@InputType({ description: 'The dissolution of a body, in any state.' })
export class DissolveBodyInput extends BodyStepInput {}

@InputType({ description: 'A body that is to be founded; the day is that of its assembly.' })
export class FoundBodyInput extends ChangeInput {
  @Field(() => ID, { description: BODY })
  bodyId!: string;
}

@InputType({ description: 'The call of a founding assembly.' })
export class CallFoundingAssemblyInput extends CreateInput {
  @Field(() => ID, { description: `${BODY} It is IN_PREPARATION.` })
  bodyId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When the invitations went out; today unless stated.' })
  calledOn?: string | null;

  @Field(() => LocalDate, { description: 'The day of the assembly.' })
  scheduledOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many are invited; of a regional or national body the delegates of its base, who are counted.',
  })
  convened?: number | null;

  @Field(() => String, { description: 'The place of the event, in Arabic.' })
  venueAr!: string;

  @Field(() => String, { description: 'The place of the event, in French.' })
  venueFr!: string;
}

@InputType({ description: 'The minutes of a founding assembly.' })
export class RecordAssemblyMinutesInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the founding assembly.' })
  assemblyId!: string;

  @Field(() => Int, { description: 'How many were present.' })
  present!: number;

  @Field(() => Boolean, { description: 'Whether it adopted the statutes; it cannot without quorum.' })
  statutesAdopted!: boolean;
}

@InputType({ description: 'A founding assembly that is called off.' })
export class CancelFoundingAssemblyInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the founding assembly.' })
  assemblyId!: string;
}

@InputType()
export abstract class MembersInput extends ChangeInput {
  @Field(() => ID, { description: `${BODY} Of the province.` })
  bodyId!: string;

  @Field(() => [ID], { description: 'The ids of the artisans, 1 to 500.' })
  artisanIds!: string[];

  @Field(() => LocalDate, { nullable: true, description: WHEN })
  effectiveOn?: string | null;
}

@InputType({ description: 'Artisans who join a provincial body.' })
export class AffiliateMembersInput extends MembersInput {}

@InputType({ description: 'Artisans who leave a provincial body.' })
export class WithdrawMembersInput extends MembersInput {}
