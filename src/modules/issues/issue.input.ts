import { Extensions, Field, ID, InputType } from 'type-graphql';
import { ChangeInput, CreateInput, SEVERAL_LINES } from '../../platform/graphql/mutation.input.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { RegisterIssueKind } from './issue.rules.ts';
import { TerritoryCode } from '../territory/territory.type.ts';

const ISSUE_ID = 'The id of the issue.';

@InputType({ description: 'A problem of the register to report.' })
export class OpenRegisterIssueInput extends CreateInput {
  @Field(() => TerritoryCode, { description: 'The province where it is, by its code, such as MA-FES.' })
  province!: string;

  @Field(() => RegisterIssueKind, { description: 'What is wrong; any kind but DUPLICATE, which the register finds.' })
  kind!: RegisterIssueKind;

  @Field(() => String, { description: 'The problem in words, at most 500 characters. It may have several lines.' })
  @Extensions(SEVERAL_LINES)
  description!: string;

  @Field(() => ID, { nullable: true, description: 'The id of the artisan whose entry it is about, in that province.' })
  artisanId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when it should be resolved.' })
  dueOn?: string | null;
}

@InputType({ description: 'Who takes an issue in hand.' })
export class AssignRegisterIssueInput extends ChangeInput {
  @Field(() => ID, { description: ISSUE_ID })
  issueId!: string;

  @Field(() => String, { description: 'The service or officer, at most 120 characters.' })
  assignee!: string;

  @Field(() => LocalDate, { nullable: true, description: 'By when; as it was unless stated.' })
  dueOn?: string | null;
}

@InputType({ description: 'The end of an issue.' })
export class ResolveRegisterIssueInput extends ChangeInput {
  @Field(() => ID, { description: ISSUE_ID })
  issueId!: string;

  @Field(() => String, { description: 'How it was resolved, at most 500 characters. It may have several lines.' })
  @Extensions(SEVERAL_LINES)
  resolution!: string;
}
