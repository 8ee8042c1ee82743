import { ArgsType, Field, InputType } from 'type-graphql';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { MeetingState } from './meeting.rules.ts';

export const MeetingOrder = orderBy('Meeting', 'meetings', {
  ID: BY_ID,
  HELD_ON: { column: 'held_on', cast: 'date', description: 'The day of the meeting.' },
});

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

  @Field(() => MeetingOrder.type, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: InstanceType<typeof MeetingOrder.type> | null;
}
