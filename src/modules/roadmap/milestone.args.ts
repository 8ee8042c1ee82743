import { ArgsType, Field, InputType } from 'type-graphql';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';

export const MilestoneOrder = orderBy('Milestone', 'milestones', {
  ID: BY_ID,
  PLANNED_ON: { column: 'planned_on', cast: 'date', description: 'The day by which a milestone is to be reached.' },
});

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

  @Field(() => MilestoneOrder.type, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: InstanceType<typeof MilestoneOrder.type> | null;
}
