import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { LocalizedName } from '../../platform/graphql/localized-name.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { AssemblyState, BodyState } from './body.rules.ts';
import { BY_ID, orderBy } from '../../platform/graphql/order.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { BodyClassCode } from '../professions/profession.type.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

registerEnumType(BodyState, {
  name: 'BodyState',
  description: 'Where a body stands in its life.',
  valuesConfig: {
    PLANNED: { description: 'Planned by the programme; nothing has begun.' },
    IN_PREPARATION: { description: 'Outreach or a preparatory committee has begun.' },
    FOUNDED: { description: 'Founded by its assembly, not yet approved.' },
    ACTIVE: { description: 'It is founded and approved by the administration.' },
    SUSPENDED: { description: 'It was approved and is suspended.' },
    DISSOLVED: { description: 'Dissolved; another body may be founded in its place.' },
  },
});
registerEnumType(AssemblyState, {
  name: 'AssemblyState',
  description: 'Where a founding assembly stands.',
  valuesConfig: {
    CALLED: { description: 'Called, not yet held.' },
    HELD: { description: 'It was held with a quorum.' },
    NO_QUORUM: { description: 'Met without quorum; a second call needs less.' },
    CANCELLED: { description: 'It was called off and will not be held.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A craft body (هيئة حرفية, law 50.17, art. 11): one for each class and territory, provincial, regional or national. Seen with the records grant.',
})
export class Body extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => BodyLevel, { description: 'Provincial, regional or national.' })
  level!: BodyLevel;

  @Field(() => BodyState, { description: 'The state of the body, such as FOUNDED.' })
  state!: BodyState;

  @Field(() => LocalDate, { nullable: true, description: 'The day of the founding assembly that founded it.' })
  foundedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was approved and became active.' })
  approvedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was suspended.' })
  suspendedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was dissolved.' })
  dissolvedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When its statutes were adopted.' })
  statutesAdoptedOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  bodyClassId!: number;
}

export const BodyConnection = connectionOf(() => Body, 'Body');

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An assembly called to found a body (جمع عام تأسيسي).',
})
export class FoundingAssembly extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => AssemblyState, { description: 'The state of the assembly, such as CALLED.' })
  state!: AssemblyState;

  @Field(() => Int, { description: '1 for the first call, 2 for the second, which needs a lower quorum.' })
  call!: number;

  @Field(() => LocalDate, { description: 'When the invitations went out.' })
  calledOn!: string;

  @Field(() => LocalDate, { description: 'The day for which it is called, such as 2026-06-17.' })
  scheduledOn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it met, with or without a quorum; null before, and where it was called off.',
  })
  heldOn!: string | null;

  @Field(() => LocalizedName, { description: 'Where; English repeats the French.' })
  venue!: LocalizedName;

  @Field(() => Int, { description: 'How many were invited.' })
  convened!: number;

  @Field(() => Int, { nullable: true, description: 'How many were present; null before the assembly.' })
  present!: number | null;

  @Field(() => Boolean, { description: 'Whether it adopted the statutes.' })
  statutesAdopted!: boolean;

  regionId!: number;
  provinceId!: number | null;
  bodyId!: number;
  committeeId!: number | null;
}

export const BodyOrder = orderBy('Body', 'bodies', { ID: BY_ID });

@InputType({ description: 'Conditions on bodies; all that are given must hold.' })
export class BodyFilter {
  @Field(() => TerritoryCode, { nullable: true, description: 'A territory by its code: MA, MA-03, MA-FES.' })
  territory?: string | null;

  @Field(() => BodyClassCode, { nullable: true, description: 'A body class by its code, such as VEHICLE_REPAIR.' })
  bodyClass?: string | null;

  @Field(() => [BodyLevel], {
    nullable: true,
    description: 'Only bodies of one of these levels, such as PROVINCIAL; none for an empty list.',
  })
  levels?: BodyLevel[] | null;

  @Field(() => [BodyState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: BodyState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the body was founded.' })
  foundedOn?: DateRange | null;
}

@ArgsType()
export class BodyListArgs extends PageArgs {
  @Field(() => BodyFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: BodyFilter | null;

  @Field(() => BodyOrder.type, { nullable: true, description: 'The order; oldest first unless given.' })
  orderBy?: InstanceType<typeof BodyOrder.type> | null;
}
