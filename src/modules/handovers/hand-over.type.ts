import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { HandOverDirection, HandOverState } from './hand-over.rules.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';

registerEnumType(HandOverDirection, {
  name: 'HandOverDirection',
  description: 'Which side of a hand-over a region holds.',
  valuesConfig: {
    OUTGOING: { description: 'The region offers the person to another one.' },
    INCOMING: { description: 'Another region offers the person to this one.' },
  },
});
registerEnumType(HandOverState, {
  name: 'HandOverState',
  description: 'Where a hand-over stands; both sides always say the same.',
  valuesConfig: {
    OFFERED: { description: 'Offered; the person is in the offering region.' },
    ACCEPTED: { description: 'Accepted; the person is in the receiving region.' },
    DECLINED: { description: 'Declined by the receiving region; the person stayed.' },
    WITHDRAWN: { description: 'Taken back by the offering region; the person stayed.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'The move of a person to the register of another region. Each region holds its own side and sees the same. Seen with the records grant.',
})
export class HandOver extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => HandOverDirection, { description: 'Which side this is.' })
  direction!: HandOverDirection;

  @Field(() => HandOverState, { description: 'The state of the hand-over, such as OFFERED.' })
  state!: HandOverState;

  @Field(() => String, { description: 'The name of the person in Arabic, as it was offered.' })
  nameAr!: string;

  @Field(() => String, { description: 'The name in Latin letters, as it was offered.' })
  nameLatin!: string;

  @Field(() => LocalDate, { description: 'When it was offered.' })
  offeredOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was accepted, declined or withdrawn.' })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined or withdrawn.' })
  reason!: string | null;

  regionId!: number;
  provinceId!: number;
  otherRegionId!: number;
  otherProvinceId!: number;
  number!: number;
  artisanRegionId!: number;
  artisanId!: number;
  professionId!: number;
}

export const HandOverConnection = connectionOf(() => HandOver, 'HandOver');

@InputType({ description: 'Conditions on hand-overs; all that are given must hold.' })
export class HandOverFilter {
  @Field(() => [HandOverState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: HandOverState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the person was offered.' })
  offeredOn?: DateRange | null;
}

@ArgsType()
export class HandOverListArgs extends PageArgs {
  @Field(() => HandOverFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: HandOverFilter | null;
}
