import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { MeetingState } from './meeting.rules.ts';

export const MeetingOrderField = { ID: 'ID', HELD_ON: 'HELD_ON' } as const;
export type MeetingOrderField = keyof typeof MeetingOrderField;
registerEnumType(MeetingOrderField, {
  name: 'MeetingOrderField',
  description: 'What a list of meetings can be ordered by.',
  valuesConfig: {
    ID: { description: 'The order of entry into this database.' },
    HELD_ON: { description: 'The day of the meeting.' },
  },
});

@InputType({ description: 'How to order a list of meetings; rows that are equal follow in the order of their ids.' })
export class MeetingOrder {
  @Field(() => MeetingOrderField, { description: 'What to order by.' })
  field!: MeetingOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Ascending unless stated.' })
  direction?: OrderDirection | null;
}

@InputType({ description: 'Conditions on meetings; all that are given must hold.' })
export class MeetingFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => MeetingState, { nullable: true, description: 'One state.' })
  state?: MeetingState | null;
}

@ArgsType()
export class MeetingListArgs extends PageArgs {
  @Field(() => MeetingFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: MeetingFilter | null;

  @Field(() => MeetingOrder, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: MeetingOrder | null;
}
