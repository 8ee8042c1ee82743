import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { RegisterIssueKind, RegisterIssueState } from './issue.rules.ts';

@InputType({ description: 'Conditions on register issues; all that are given must hold.' })
export class RegisterIssueFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'A territory by its code: MA, MA-03, MA-FES. BAD_USER_INPUT below a territory, which gives it already.',
  })
  territory?: string | null;

  @Field(() => RegisterIssueKind, { nullable: true, description: 'One kind.' })
  kind?: RegisterIssueKind | null;

  @Field(() => RegisterIssueState, { nullable: true, description: 'One state.' })
  state?: RegisterIssueState | null;
}

@ArgsType()
export class RegisterIssueListArgs extends PageArgs {
  @Field(() => RegisterIssueFilter, { nullable: true, description: 'Conditions; none by default.' })
  filter?: RegisterIssueFilter | null;
}
