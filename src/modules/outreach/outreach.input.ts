import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, CreateInput } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { OutreachKind } from './outreach.rules.ts';
import { BodyClassCode, ProfessionCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const SESSION = 'The id of the session.';

@InputType({ description: 'A campaign of awareness and mobilisation.' })
export class PlanCampaignInput extends CreateInput {
  @Field(() => TerritoryCode, { description: 'The region by its code, such as MA-03; MA for one of the nation.' })
  territory!: string;

  @Field(() => Int, { description: 'The wave that it serves by its number.' })
  wave!: number;

  @Field(() => String, { description: 'Its name in Arabic.' })
  nameAr!: string;

  @Field(() => String, { description: 'Its name in French.' })
  nameFr!: string;

  @Field(() => String, { nullable: true, description: 'Its name in English; the French one unless stated.' })
  nameEn?: string | null;

  @Field(() => LocalDate, { description: 'The first planned day, such as 2026-03-01.' })
  plannedFrom!: string;

  @Field(() => LocalDate, { description: 'The last planned day, such as 2026-03-31.' })
  plannedTo!: string;
}

@InputType({ description: 'An awareness session that is planned.' })
export class PlanOutreachSessionInput extends CreateInput {
  @Field(() => ID, { description: 'The id of the campaign, of the same region.' })
  campaignId!: string;

  @Field(() => TerritoryCode, {
    nullable: true,
    description: 'The province by its code; the whole region unless stated.',
  })
  province?: string | null;

  @Field(() => BodyClassCode, {
    nullable: true,
    description: 'The class that it addresses by code; all classes unless stated.',
  })
  bodyClass?: string | null;

  @Field(() => OutreachKind, { description: 'The form of the session, such as MEETING.' })
  kind!: OutreachKind;

  @Field(() => LocalDate, { description: 'The day of the session, such as 2026-03-14.' })
  plannedOn!: string;

  @Field(() => String, { description: 'The place of the event, in Arabic.' })
  venueAr!: string;

  @Field(() => String, { description: 'The place of the event, in French.' })
  venueFr!: string;
}

@InputType({ description: 'Who came of one profession.' })
export class AttendanceInput {
  @Field(() => ProfessionCode, { description: 'The profession by its code, such as VEH-01.' })
  profession!: string;

  @Field(() => Int, { description: 'How many women attended, such as 12.' })
  women!: number;

  @Field(() => Int, { description: 'How many men attended, such as 12.' })
  men!: number;
}

@InputType({ description: 'A session that was held.' })
export class HoldOutreachSessionInput extends ChangeInput {
  @Field(() => ID, { description: SESSION })
  sessionId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  heldOn?: string | null;

  @Field(() => [AttendanceInput], {
    description: 'Who came, a profession once, at most 1,000,000 in all; the totals follow from it.',
  })
  attendance!: AttendanceInput[];
}

@InputType({ description: 'A session that is called off.' })
export class CancelOutreachSessionInput extends ChangeInput {
  @Field(() => ID, { description: SESSION })
  sessionId!: string;
}

@InputType({ description: 'Artisans whom a session reached.' })
export class RecordReachedArtisansInput extends ChangeInput {
  @Field(() => ID, { description: `${SESSION} It was held.` })
  sessionId!: string;

  @Field(() => [ID], { description: 'The ids of the artisans, 1 to 500; who is recorded already stays so.' })
  artisanIds!: string[];
}
