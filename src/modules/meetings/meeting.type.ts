import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { MeetingKind, MeetingState, ParticipantKind } from './meeting.rules.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

registerEnumType(MeetingKind, {
  name: 'MeetingKind',
  description: 'For what territory a meeting is held.',
  valuesConfig: {
    REGIONAL: { description: 'لقاء جهوي: for a region.' },
    PROVINCIAL: { description: 'لقاء إقليمي: for a province or prefecture.' },
    NATIONAL: { description: 'لقاء وطني: for the kingdom.' },
  },
});
registerEnumType(MeetingState, {
  name: 'MeetingState',
  description: 'Where a meeting stands.',
  valuesConfig: {
    CALLED: { description: 'Called, not yet held.' },
    HELD: { description: 'It was held, and its attendance is recorded.' },
    CANCELLED: { description: 'It was called off and will not be held.' },
  },
});
registerEnumType(ParticipantKind, {
  name: 'ParticipantKind',
  description: 'The kinds of those who call and attend meetings; a kind, never a person.',
  valuesConfig: {
    STATE_SECRETARIAT: { description: 'كتابة الدولة: the State secretariat in charge of crafts.' },
    REGIONAL_DIRECTORATE: { description: 'المديرية الجهوية: the regional directorate of crafts.' },
    PROVINCIAL_DIRECTORATE: { description: 'المديرية الإقليمية: a provincial directorate of crafts.' },
    CHAMBER: { description: 'غرفة الصناعة التقليدية: the chamber of a region (law 18.09).' },
    CONSULTANCY: { description: 'مكتب الدراسات: the consultancy that accompanies the roll-out.' },
    ASSOCIATION: { description: 'جمعيات مهنية: professional associations of artisans.' },
    AMIN: { description: 'أمناء الحرف: heads of crafts (law 02.82).' },
    LOCAL_AUTHORITY: { description: 'السلطة المحلية: the local authority.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A point of the agenda of a meeting.' })
export class AgendaPoint {
  @Field(() => Int, { description: 'Its number in the agenda, from 1.' })
  number!: number;

  @Field(() => LocalizedName, { description: 'What it is about.' })
  name!: LocalizedName;

  meetingId!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Those of one kind who called or attended a meeting.' })
export class Participation {
  @Field(() => ParticipantKind, { description: 'Of what kind they are.' })
  kind!: ParticipantKind;

  @Field(() => Int, { nullable: true, description: 'How many of them attended, in persons; null where not counted.' })
  attendees!: number | null;

  meetingId!: number;
  institutionId!: number | null;
  organiser!: boolean;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A meeting of those who carry the roll-out. Seen with the records grant.',
})
export class Meeting extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => MeetingKind, { description: 'For what territory it is held.' })
  kind!: MeetingKind;

  @Field(() => MeetingState, { description: 'The state of the meeting, such as CALLED.' })
  state!: MeetingState;

  @Field(() => LocalizedName, { description: 'The name of the meeting in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => LocalDate, { description: 'The day for which it is called, such as 2026-03-14.' })
  scheduledOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was held; null unless it is HELD.' })
  heldOn!: string | null;

  @Field(() => LocalizedName, {
    nullable: true,
    description: 'Where; English repeats the French. Null where not known.',
  })
  venue!: LocalizedName | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is reported; null for what the administration entered.',
  })
  source!: string | null;

  regionId!: number;
  provinceId!: number | null;
}

export const MeetingConnection = connectionOf(() => Meeting, 'Meeting');

export const MeetingOrder = orderBy('Meeting', 'meetings', {
  ID: BY_ID,
  SCHEDULED_ON: { column: 'scheduled_on', cast: 'date', description: 'The day for which the meeting is called.' },
});

@InputType({ description: 'Conditions on meetings; all that are given must hold.' })
export class MeetingFilter {
  @Field(() => TerritoryCode, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => [MeetingState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: MeetingState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'The day for which the meeting is called.' })
  scheduledOn?: DateRange | null;
}

@ArgsType()
export class MeetingListArgs extends PageArgs {
  @Field(() => MeetingFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: MeetingFilter | null;

  @Field(() => MeetingOrder.type, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: InstanceType<typeof MeetingOrder.type> | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What a meeting decided. Seen with the records grant.',
})
export class MeetingDecision extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => String, { description: 'What was decided, in Arabic.' })
  textAr!: string;

  @Field(() => String, { description: 'What was decided, in French.' })
  textFr!: string;

  @Field(() => String, { description: 'Who is to do it.' })
  owner!: string;

  @Field(() => LocalDate, { description: 'The day by which it is due, such as 2026-09-30.' })
  dueOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was carried out; null before.' })
  doneOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  meetingId!: number;
}
