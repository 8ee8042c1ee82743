import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Territory } from '../territory/territory.type.ts';
import type { DelegateShare } from '../bodies/body.rules.ts';
import { Sex } from '../artisans/artisan.rules.ts';
import { ElectionKind, ElectionState } from './election.rules.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';

registerEnumType(ElectionKind, {
  name: 'ElectionKind',
  description: 'What the election is for: seats of a board, or delegates.',
  valuesConfig: {
    BOARD: { description: 'The offices of a board.' },
    DELEGATES: { description: 'The delegates to the body above.' },
  },
});
registerEnumType(ElectionState, {
  name: 'ElectionState',
  description: 'Where an election stands.',
  valuesConfig: {
    CALLED: { description: 'Called: candidates stand and artisans vote.' },
    CLOSED: { description: 'Counted; those elected hold their seats.' },
    CANCELLED: { description: 'It was called off and will not be held.' },
  },
});
const VERSION = 'Raised by each change; state it as expectedVersion to change this.';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'An election of a body (law 50.17, art. 11). Who voted for whom is not known. Seen with the records grant.',
})
export class Election extends Node {
  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => ElectionKind, { description: 'What the election is for: seats of a board, or delegates.' })
  kind!: ElectionKind;

  @Field(() => ElectionState, { description: 'The state of the election, such as CALLED.' })
  state!: ElectionState;

  @Field(() => LocalDate, { description: 'When it was called.' })
  calledOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'When it was held and counted; null before.' })
  heldOn!: string | null;

  @Field(() => Int, {
    description:
      'How many may vote: registrants or members of a province; above it the delegates that are due, whoever is elected by then.',
  })
  electors!: number;

  @Field(() => Int, { description: 'How many have voted.' })
  turnout!: number;

  @Field(() => Int, { nullable: true, description: 'How many cast a blank vote; null before it is counted.' })
  blank!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the terms of those elected end.' })
  termEndsOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  bodyId!: number;
  shares!: readonly DelegateShare[] | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many delegates a body of the base sends to an assembly above the province.',
})
export class ElectionShare {
  @Field(() => Territory, { description: 'The province of the body; its region for a national assembly.' })
  territory!: Territory;

  @Field(() => Int, { description: 'The members of the body when the election was called, such as 431.' })
  members!: number;

  @Field(() => Int, { description: 'How many delegates it sends, such as 3.' })
  delegates!: number;
}

export const ElectionConnection = connectionOf(() => Election, 'Election');

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A candidate in an election. Seen with the records grant.',
})
export class Candidacy extends Node {
  @Field(() => Int, { description: VERSION })
  version!: number;

  @Field(() => String, { description: 'The candidate in Arabic.' })
  nameAr!: string;

  @Field(() => String, { description: 'The candidate in Latin letters.' })
  nameLatin!: string;

  @Field(() => Sex, { nullable: true, description: 'The sex of the candidate; null for organisations.' })
  sex!: Sex | null;

  @Field(() => Int, { nullable: true, description: 'The votes that were counted; null before.' })
  votes!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether elected; null before the count.' })
  elected!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the candidate withdrew.' })
  withdrawnOn!: string | null;

  regionId!: number;
  provinceId!: number | null;
  electionId!: number;
  officeId!: number | null;
  artisanRegionId!: number;
  artisanId!: number;
}

@InputType({ description: 'Conditions on elections; all that are given must hold.' })
export class ElectionFilter {
  @Field(() => [ElectionState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: ElectionState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the election was called.' })
  calledOn?: DateRange | null;
}

@ArgsType()
export class ElectionListArgs extends PageArgs {
  @Field(() => ElectionFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: ElectionFilter | null;
}
