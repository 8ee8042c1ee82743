import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { OutreachKind, OutreachState } from './outreach.rules.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

registerEnumType(OutreachKind, {
  name: 'OutreachKind',
  description: 'The forms of awareness sessions.',
  valuesConfig: {
    MEETING: { description: 'لقاء تواصلي: a meeting to which artisans are invited.' },
    CARAVAN: { description: 'قافلة تحسيسية: a caravan that goes from place to place.' },
    FIELD_VISIT: { description: 'زيارة ميدانية: a visit to workshops and markets.' },
  },
});
registerEnumType(OutreachState, {
  name: 'OutreachState',
  description: 'Where an awareness session stands.',
  valuesConfig: {
    PLANNED: { description: 'Planned, not yet held.' },
    HELD: { description: 'Held; its attendance is known.' },
    CANCELLED: { description: 'It was called off and will not be held.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A campaign of awareness and mobilisation (التحسيس والتعبئة) of one region or of the nation. Seen with the records grant.',
})
export class Campaign extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => LocalizedName, { description: 'The name of the campaign in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => LocalDate, { description: 'Its first day, as planned.' })
  plannedFrom!: string;

  @Field(() => LocalDate, { description: 'Its last day, as planned.' })
  plannedTo!: string;

  waveNumber!: number;

  regionId!: number;
}

export const CampaignConnection = connectionOf(() => Campaign, 'Campaign');

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An awareness session, with which the founding of a body begins. Seen with the records grant.',
})
export class OutreachSession extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => OutreachKind, { description: 'The form of the session, such as MEETING.' })
  kind!: OutreachKind;

  @Field(() => OutreachState, { description: 'The state of the session, such as PLANNED.' })
  state!: OutreachState;

  @Field(() => LocalDate, { description: 'The day for which it is planned.' })
  plannedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was held; null where it was not.' })
  heldOn!: string | null;

  @Field(() => LocalizedName, { description: 'Where; English repeats the French.' })
  venue!: LocalizedName;

  @Field(() => Int, {
    nullable: true,
    description: 'How many persons attended; null where it was not held or counted.',
  })
  attendees!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of them were women; null where this was not counted.' })
  womenAttendees!: number | null;

  regionId!: number;
  provinceId!: number | null;
  bodyClassId!: number | null;
  campaignId!: number;
}

export const OutreachSessionConnection = connectionOf(() => OutreachSession, 'OutreachSession');

@ObjectType({ simpleResolvers: true, description: 'Who came to a session of one profession.' })
export class Attendance {
  @Field(() => Int, { description: 'How many women attended, such as 12.' })
  women!: number;

  @Field(() => Int, { description: 'How many men attended, such as 12.' })
  men!: number;

  professionId!: number;
}

export const OutreachSessionOrder = orderBy('OutreachSession', 'awareness sessions', {
  ID: BY_ID,
  PLANNED_ON: { column: 'planned_on', cast: 'date', description: 'The day for which a session is planned.' },
});

@InputType({ description: 'Conditions on awareness sessions; all that are given must hold.' })
export class OutreachSessionFilter {
  @Field(() => TerritoryCode, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => BodyClassCode, {
    nullable: true,
    description: 'A body class by its code; sessions for all classes are left out.',
  })
  bodyClass?: string | null;

  @Field(() => [OutreachState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: OutreachState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the session was planned for.' })
  plannedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: 'When the session was held.' })
  heldOn?: DateRange | null;
}

@ArgsType()
export class OutreachSessionListArgs extends PageArgs {
  @Field(() => OutreachSessionFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: OutreachSessionFilter | null;

  @Field(() => OutreachSessionOrder.type, {
    nullable: true,
    description: 'The order; oldest entry first unless given.',
  })
  orderBy?: InstanceType<typeof OutreachSessionOrder.type> | null;
}
