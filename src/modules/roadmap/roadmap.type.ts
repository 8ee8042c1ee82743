import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { PhaseKind, PhaseState } from './roadmap.rules.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

registerEnumType(PhaseKind, {
  name: 'PhaseKind',
  description: 'The phases of the roll-out, in their order.',
  valuesConfig: {
    PLANNING: { description: 'Timetable, classes and coordination.' },
    AWARENESS: { description: 'التحسيس والتعبئة: awareness and mobilisation of the artisans.' },
    PREPARATORY_COMMITTEES: { description: 'اللجان التحضيرية: the preparatory committees are formed.' },
    PROVINCIAL_FOUNDING: { description: 'The provincial bodies are founded.' },
    REGIONAL_FOUNDING: { description: 'The regional bodies are founded.' },
    NATIONAL_FOUNDING: { description: 'The national bodies are founded.' },
  },
});
registerEnumType(PhaseState, {
  name: 'PhaseState',
  description: 'Where a phase stands, as follows from its actual days.',
  valuesConfig: {
    NOT_STARTED: { description: 'It has not begun.' },
    UNDER_WAY: { description: 'It has begun and not ended.' },
    FINISHED: { description: 'The phase has ended.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A phase of the roll-out in one region or for the nation, planned and actual. Seen with the records grant.',
})
export class Phase extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => PhaseKind, { description: 'Which of the phases.' })
  kind!: PhaseKind;

  @Field(() => LocalDate, { description: 'Its first day, as planned.' })
  plannedFrom!: string;

  @Field(() => LocalDate, { description: 'Its last day, as planned.' })
  plannedTo!: string;

  waveNumber!: number;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it began; null before.' })
  actualFrom!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it ended; null before.' })
  actualTo!: string | null;

  regionId!: number;
}

export const PhaseConnection = connectionOf(() => Phase, 'Phase');

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A result that a phase must bring by a day. Seen with the records grant.',
})
export class Milestone extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => LocalizedName, { description: 'The name of the milestone in Arabic, French and English.' })
  name!: LocalizedName;

  @Field(() => LocalDate, { description: 'The day by which it is to be reached.' })
  plannedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was reached; null before.' })
  actualOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  bodyClassId!: number | null;
  phaseId!: number;
}

export const MilestoneConnection = connectionOf(() => Milestone, 'Milestone');

export const MilestoneOrder = orderBy('Milestone', 'milestones', {
  ID: BY_ID,
  PLANNED_ON: { column: 'planned_on', cast: 'date', description: 'The day by which a milestone is to be reached.' },
});

@InputType({ description: 'Conditions on milestones; all that are given must hold.' })
export class MilestoneFilter {
  @Field(() => TerritoryCode, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => BodyClassCode, {
    nullable: true,
    description: 'A body class by its code; milestones of all classes are left out.',
  })
  bodyClass?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is late today, or was reached late.' })
  isLate?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has been reached.' })
  reached?: boolean | null;

  @Field(() => DateRange, { nullable: true, description: 'When the milestone was planned for.' })
  plannedOn?: DateRange | null;
}

@ArgsType()
export class MilestoneListArgs extends PageArgs {
  @Field(() => MilestoneFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: MilestoneFilter | null;

  @Field(() => MilestoneOrder.type, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: InstanceType<typeof MilestoneOrder.type> | null;
}
