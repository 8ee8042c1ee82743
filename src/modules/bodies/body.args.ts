import { ArgsType, Field, InputType } from 'type-graphql';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { BodyState } from './body.rules.ts';

export const BodyOrder = orderBy('Body', 'bodies', { ID: BY_ID });

@InputType({ description: 'Conditions on bodies; all that are given must hold.' })
export class BodyFilter {
  @Field(() => String, { nullable: true, description: 'A territory by its code: MA, MA-03, MA-FES.' })
  territory?: string | null;

  @Field(() => String, { nullable: true, description: 'A body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass?: string | null;

  @Field(() => BodyLevel, { nullable: true, description: 'One level.' })
  level?: BodyLevel | null;

  @Field(() => BodyState, { nullable: true, description: 'One state.' })
  state?: BodyState | null;
}

@ArgsType()
export class BodyListArgs extends PageArgs {
  @Field(() => BodyFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: BodyFilter | null;

  @Field(() => BodyOrder.type, { nullable: true, description: 'The order; oldest first unless given.' })
  orderBy?: InstanceType<typeof BodyOrder.type> | null;
}
