import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyLevel, CommitteeState, MemberCapacity } from './committee.rules.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

registerEnumType(BodyLevel, {
  name: 'BodyLevel',
  description: 'The levels of craft bodies, each resting on the one below it.',
  valuesConfig: {
    PROVINCIAL: { description: 'محلية: for one province or prefecture.' },
    REGIONAL: { description: 'جهوية: for one region, resting on its provincial bodies.' },
    NATIONAL: { description: 'وطنية: for the kingdom, resting on the regional bodies.' },
  },
});
registerEnumType(CommitteeState, {
  name: 'CommitteeState',
  description: 'Where a preparatory committee stands; the states are of this project.',
  valuesConfig: {
    PLANNED: { description: 'Planned by the programme, not yet formed.' },
    FORMED: { description: 'Its members are named; it prepares the founding assembly.' },
    STATUTES_DRAFTED: { description: 'It has drafted the statutes that the assembly will adopt.' },
    DISCHARGED: { description: 'The body is founded and its work is done.' },
    FAILED: { description: 'Its mandate ended without a body founded.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A preparatory committee (لجنة تحضيرية): it prepares the founding assembly of one body (law 50.17, art. 11). Seen with the records grant.',
})
export class Committee extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => BodyLevel, { description: 'The level of the body that it prepares.' })
  level!: BodyLevel;

  @Field(() => CommitteeState, { description: 'The state of the committee, such as FORMED.' })
  state!: CommitteeState;

  @Field(() => LocalDate, { nullable: true, description: 'When it is to be formed; null where no day is set.' })
  plannedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was formed.' })
  formedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it finished the draft of the statutes.' })
  statutesDraftedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many members adopted the draft; null where it was not recorded.',
  })
  present!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of its mandate; null where none is set.' })
  mandateEndsOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was discharged, its body being founded.' })
  dischargedOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  bodyClassId!: number;
}

export const CommitteeConnection = connectionOf(() => Committee, 'Committee');

export const CommitteeOrder = orderBy('Committee', 'committees', { ID: BY_ID });

@InputType({ description: 'Conditions on committees; all that are given must hold.' })
export class CommitteeFilter {
  @Field(() => TerritoryCode, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => BodyClassCode, { nullable: true, description: 'A body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass?: string | null;

  @Field(() => [BodyLevel], {
    nullable: true,
    description: 'Only committees for bodies of one of these levels; none for an empty list.',
  })
  levels?: BodyLevel[] | null;

  @Field(() => [CommitteeState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: CommitteeState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the committee was formed.' })
  formedOn?: DateRange | null;
}

@ArgsType()
export class CommitteeListArgs extends PageArgs {
  @Field(() => CommitteeFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: CommitteeFilter | null;

  @Field(() => CommitteeOrder.type, { nullable: true, description: 'The order; oldest entry first unless given.' })
  orderBy?: InstanceType<typeof CommitteeOrder.type> | null;
}

registerEnumType(MemberCapacity, {
  name: 'MemberCapacity',
  description: 'The capacity in which a member sits in a preparatory committee.',
  valuesConfig: {
    ARTISAN: { description: 'An artisan of the class.' },
    ASSOCIATION: { description: 'For a professional association of artisans.' },
    AMIN: { description: 'أمين الحرفة: the head of a craft (law 02.82).' },
    CHAMBER: { description: 'For the chamber of crafts of the region (law 18.09).' },
    ADMINISTRATION: { description: 'For the directorate of crafts or another administration.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A member of a preparatory committee. Seen with the records grant.',
})
export class CommitteeMember extends Node {
  @Field(() => MemberCapacity, { description: 'The capacity in which the person sits, such as AMIN.' })
  capacity!: MemberCapacity;

  @Field(() => Boolean, { description: 'Whether this member chairs the committee.' })
  chair!: boolean;

  @Field(() => String, { description: 'The name in Arabic: given name, then family name.' })
  nameAr!: string;

  @Field(() => String, { description: 'The name in Latin letters.' })
  nameLatin!: string;

  @Field(() => LocalDate, { description: 'Since when a member.' })
  joinedOn!: string;

  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  regionId!: number;
  provinceId!: number | null;
  committeeId!: number;
  artisanId!: number | null;
}

export const CommitteeMemberConnection = connectionOf(() => CommitteeMember, 'CommitteeMember');
