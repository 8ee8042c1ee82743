import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInput, CreateInput, SEVERAL_LINES } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { ParticipantKind } from './meeting.rules.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const MEETING = 'The id of the meeting.';

@InputType({ description: 'A point of an agenda; its number follows from its place.' })
export class AgendaPointInput {
  @Field(() => String, { description: 'What it is about, in Arabic.' })
  nameAr!: string;

  @Field(() => String, { description: 'What it is about, in French.' })
  nameFr!: string;

  @Field(() => String, { nullable: true, description: 'In English; the French words unless stated.' })
  nameEn?: string | null;
}

@InputType({ description: 'The call of a meeting.' })
export class CallMeetingInput extends CreateInput {
  @Field(() => TerritoryCode, { description: 'For which territory by its code: MA-FES, MA-03 or MA.' })
  territory!: string;

  @Field(() => String, { description: 'Its name in Arabic.' })
  nameAr!: string;

  @Field(() => String, { description: 'Its name in French.' })
  nameFr!: string;

  @Field(() => String, { nullable: true, description: 'Its name in English; the French one unless stated.' })
  nameEn?: string | null;

  @Field(() => LocalDate, { description: 'The day for which it is called, such as 2026-03-14.' })
  scheduledOn!: string;

  @Field(() => String, { nullable: true, description: 'The place of the event, in Arabic.' })
  venueAr?: string | null;

  @Field(() => String, { nullable: true, description: 'The place of the event, in French.' })
  venueFr?: string | null;

  @Field(() => [AgendaPointInput], { description: 'The agenda in its order, 1 to 50 points.' })
  agenda!: AgendaPointInput[];
}

@InputType({ description: 'How many of one kind attended.' })
export class MeetingAttendanceInput {
  @Field(() => ParticipantKind, { description: 'Of what kind they are.' })
  kind!: ParticipantKind;

  @Field(() => Int, { description: 'How many persons attended, such as 40.' })
  attendees!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether they called the meeting; false unless stated.' })
  organiser?: boolean | null;
}

@InputType({ description: 'A meeting that was held.' })
export class HoldMeetingInput extends ChangeInput {
  @Field(() => ID, { description: MEETING })
  meetingId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; the day for which it was called unless stated.' })
  heldOn?: string | null;

  @Field(() => [MeetingAttendanceInput], { description: 'Who attended, a kind once.' })
  attendance!: MeetingAttendanceInput[];
}

@InputType({ description: 'A meeting that is called off.' })
export class CancelMeetingInput extends ChangeInput {
  @Field(() => ID, { description: MEETING })
  meetingId!: string;
}

@InputType({ description: 'A decision of a meeting.' })
export class RecordDecisionInput extends CreateInput {
  @Field(() => ID, { description: `${MEETING} It was held.` })
  meetingId!: string;

  @Field(() => String, {
    description: 'What was decided, in Arabic, at most 2,000 characters. It may have several lines.',
  })
  @Extensions(SEVERAL_LINES)
  textAr!: string;

  @Field(() => String, {
    description: 'What was decided, in French, at most 2,000 characters. It may have several lines.',
  })
  @Extensions(SEVERAL_LINES)
  textFr!: string;

  @Field(() => String, { description: 'Who is to do it: an institution or an office.' })
  owner!: string;

  @Field(() => LocalDate, { description: 'The day by which it is due, such as 2026-09-30.' })
  dueOn!: string;
}

@InputType({ description: 'A decision that is carried out.' })
export class CompleteDecisionInput extends ChangeInput {
  @Field(() => ID, { description: 'The id of the decision.' })
  decisionId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When; today unless stated.' })
  effectiveOn?: string | null;
}
