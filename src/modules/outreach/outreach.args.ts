import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { OutreachState } from './outreach.rules.ts';

export const OutreachSessionOrderField = { ID: 'ID', PLANNED_ON: 'PLANNED_ON' } as const;
export type OutreachSessionOrderField = keyof typeof OutreachSessionOrderField;
registerEnumType(OutreachSessionOrderField, {
  name: 'OutreachSessionOrderField',
  description: 'What a list of awareness sessions can be ordered by.',
  valuesConfig: {
    ID: { description: 'The order of entry into this database.' },
    PLANNED_ON: { description: 'The day for which a session is planned.' },
  },
});

@InputType({ description: 'How to order a list of sessions; rows that are equal follow in the order of their ids.' })
export class OutreachSessionOrder {
  @Field(() => OutreachSessionOrderField, { description: 'What to order by.' })
  field!: OutreachSessionOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Ascending unless stated.' })
  direction?: OrderDirection | null;
}

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

  @Field(() => OutreachSessionOrder, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: OutreachSessionOrder | null;
}
