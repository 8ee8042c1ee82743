import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { MeetingKind, MeetingState, ParticipantKind } from './meeting.rules.ts';

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
    HELD: { description: 'Held.' },
    CANCELLED: { description: 'Called off.' },
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

  @Field(() => MeetingState, { description: 'Where it stands.' })
  state!: MeetingState;

  @Field(() => LocalizedName, { description: 'Its name.' })
  name!: LocalizedName;

  @Field(() => LocalDate, { description: 'The day for which it is called, and on which it is held.' })
  heldOn!: string;

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
