import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';

export const MilestoneOrderField = { ID: 'ID', PLANNED_ON: 'PLANNED_ON' } as const;
export type MilestoneOrderField = keyof typeof MilestoneOrderField;
registerEnumType(MilestoneOrderField, {
  name: 'MilestoneOrderField',
  description: 'What a list of milestones can be ordered by.',
  valuesConfig: {
    ID: { description: 'The order of entry into this database.' },
    PLANNED_ON: { description: 'The day by which a milestone is to be reached.' },
  },
});

@InputType({ description: 'How to order a list of milestones; rows that are equal follow in the order of their ids.' })
export class MilestoneOrder {
  @Field(() => MilestoneOrderField, { description: 'What to order by.' })
  field!: MilestoneOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Ascending unless stated.' })
  direction?: OrderDirection | null;
}

@InputType({ description: 'Conditions on milestones; all that are given must hold.' })
export class MilestoneFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A body class by its code; milestones of all classes are left out.',
  })
  bodyClass?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is late today, or was reached late.' })
  late?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has been reached.' })
  reached?: boolean | null;
}

@ArgsType()
export class MilestoneListArgs extends PageArgs {
  @Field(() => MilestoneFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: MilestoneFilter | null;

  @Field(() => MilestoneOrder, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: MilestoneOrder | null;
}
