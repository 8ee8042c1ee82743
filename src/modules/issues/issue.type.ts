import { Field, Int, ObjectType, registerEnumType, ArgsType, InputType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DuplicateOutcome, RegisterIssueKind, RegisterIssueState } from './issue.rules.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { DateRange } from '../../platform/graphql/filter.input.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

registerEnumType(RegisterIssueKind, {
  name: 'RegisterIssueKind',
  description: 'What is wrong with the register; our list, for none is published.',
  valuesConfig: {
    IDENTITY: { description: 'A name, a birth date or a number is wrong.' },
    PROFESSION: { description: 'The profession is wrong, or not in the nomenclature.' },
    PLACE: { description: 'The province of practice is wrong or disputed.' },
    DOCUMENTS: { description: 'Documents are missing or contested (decree 2.21.437, art. 13 to 16).' },
    DELAY: { description: 'A decision is late (art. 15: 30 days, once extended).' },
    CARD: { description: 'The professional card is missing or wrong (art. 18).' },
    DUPLICATE: {
      description:
        'The national identity number is in another entry too. Found by the register; the entry that brought the number is held up until the case ends.',
    },
    OTHER: { description: 'Any other kind of problem.' },
  },
});
registerEnumType(RegisterIssueState, {
  name: 'RegisterIssueState',
  description: 'The life of a register issue.',
  valuesConfig: {
    OPEN: { description: 'It is not assigned to anyone yet.' },
    ASSIGNED: { description: 'It is assigned to a person.' },
    RESOLVED: { description: 'Closed, with a resolution.' },
  },
});
registerEnumType(DuplicateOutcome, {
  name: 'DuplicateOutcome',
  description: 'How an entry came out of a case of duplicates.',
  valuesConfig: {
    KEPT: { description: 'It stays; the others were merged into it.' },
    MERGED: { description: 'It was merged into another entry and deleted.' },
    DISTINCT: { description: 'It is of another person, or alone again: the others were corrected or deleted.' },
    WITHDRAWN: { description: 'Its number was corrected, or it was deleted, before the case was decided.' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A problem of the register (إشكال، problème du registre) in a province. Seen with the records grant.',
})
export class RegisterIssue extends Node {
  @Field(() => Int, { description: 'Raised by each change; state it as expectedVersion to change this.' })
  version!: number;

  @Field(() => RegisterIssueKind, { description: 'What is wrong with the entry.' })
  kind!: RegisterIssueKind;

  @Field(() => RegisterIssueState, { description: 'The state of the issue, such as OPEN.' })
  state!: RegisterIssueState;

  @Field(() => String, { description: 'The problem in words.' })
  description!: string;

  @Field(() => LocalDate, { description: 'When it was opened.' })
  openedOn!: string;

  @Field(() => String, { nullable: true, description: 'The person to whom it is assigned; null while it is open.' })
  assignee!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when it should be resolved.' })
  dueOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it was resolved.' })
  closedOn!: string | null;

  @Field(() => DuplicateOutcome, { nullable: true, description: 'Of resolved duplicates only.' })
  outcome!: DuplicateOutcome | null;

  @Field(() => String, { nullable: true, description: 'How it was resolved, in words.' })
  resolution!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of duplicates only: the number that the sides of a case share.' })
  caseNumber!: number | null;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Of duplicates only: when the centre confirmed the case, from when the other entries with the number are held up too; null until then.',
  })
  confirmedOn!: string | null;

  regionId!: number;
  provinceId!: number;
  artisanRegionId!: number | null;
  artisanId!: number | null;
}

export const RegisterIssueConnection = connectionOf(() => RegisterIssue, 'RegisterIssue');

@InputType({ description: 'Conditions on register issues; all that are given must hold.' })
export class RegisterIssueFilter {
  @Field(() => TerritoryCode, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => [RegisterIssueKind], {
    nullable: true,
    description: 'Only issues of one of these kinds, such as DUPLICATE; none for an empty list.',
  })
  kinds?: RegisterIssueKind[] | null;

  @Field(() => [RegisterIssueState], {
    nullable: true,
    description: 'Only those in one of these states of their life cycle; none for an empty list.',
  })
  states?: RegisterIssueState[] | null;

  @Field(() => DateRange, { nullable: true, description: 'When the issue was opened.' })
  openedOn?: DateRange | null;

  @Field(() => DateRange, { nullable: true, description: 'When the issue is due.' })
  dueOn?: DateRange | null;
}

@ArgsType()
export class RegisterIssueListArgs extends PageArgs {
  @Field(() => RegisterIssueFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: RegisterIssueFilter | null;
}
