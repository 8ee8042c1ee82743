import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { OrderDirection } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { BodyLevel, CommitteeState } from './committee.rules.ts';

export const CommitteeOrderField = { ID: 'ID' } as const;
export type CommitteeOrderField = keyof typeof CommitteeOrderField;
registerEnumType(CommitteeOrderField, {
  name: 'CommitteeOrderField',
  description: 'What a list of committees can be ordered by.',
  valuesConfig: { ID: { description: 'The order of entry into this database.' } },
});

@InputType({ description: 'How to order a list of committees.' })
export class CommitteeOrder {
  @Field(() => CommitteeOrderField, { description: 'What to order by.' })
  field!: CommitteeOrderField;

  @Field(() => OrderDirection, { nullable: true, description: 'Ascending unless stated.' })
  direction?: OrderDirection | null;
}

@InputType({ description: 'Conditions on committees; all that are given must hold.' })
export class CommitteeFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => String, { nullable: true, description: 'A body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass?: string | null;

  @Field(() => BodyLevel, { nullable: true, description: 'The level of the body that is prepared.' })
  level?: BodyLevel | null;

  @Field(() => CommitteeState, { nullable: true, description: 'One state.' })
  state?: CommitteeState | null;
}

@ArgsType()
export class CommitteeListArgs extends PageArgs {
  @Field(() => CommitteeFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: CommitteeFilter | null;

  @Field(() => CommitteeOrder, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: CommitteeOrder | null;
}
