import { ArgsType, Field, InputType } from 'type-graphql';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { OutreachState } from './outreach.rules.ts';

export const OutreachSessionOrder = orderBy('OutreachSession', 'awareness sessions', {
  ID: BY_ID,
  PLANNED_ON: { column: 'planned_on', cast: 'date', description: 'The day for which a session is planned.' },
});

@InputType({ description: 'Conditions on awareness sessions; all that are given must hold.' })
export class OutreachSessionFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A body class by its code; sessions for all classes are left out.',
  })
  bodyClass?: string | null;

  @Field(() => OutreachState, { nullable: true, description: 'One state.' })
  state?: OutreachState | null;
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
