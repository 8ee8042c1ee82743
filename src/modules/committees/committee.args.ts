import { ArgsType, Field, InputType } from 'type-graphql';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { BodyLevel, CommitteeState } from './committee.rules.ts';

export const CommitteeOrder = orderBy('Committee', 'committees', { ID: BY_ID });

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

  @Field(() => CommitteeOrder.type, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: InstanceType<typeof CommitteeOrder.type> | null;
}
