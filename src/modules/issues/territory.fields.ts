import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { badInput } from '../../platform/errors/domain-error.ts';
import { Territory } from '../territory/territory.type.ts';
import { RegisterIssueListArgs } from './issue.args.ts';
import { issuesIn } from './issue.reads.ts';
import { RegisterIssueConnection } from './issue.type.ts';

@Resolver(() => Territory)
export class TerritoryIssues {
  @FieldResolver(() => RegisterIssueConnection, {
    nullable: true,
    description: 'The register issues here, as far as they are in sight. Needs the records grant.',
  })
  registerIssues(
    @Root() { place }: Territory,
    @Args(() => RegisterIssueListArgs) args: RegisterIssueListArgs,
    @Ctx() { scope }: Context,
  ) {
    if (args.filter?.territory)
      throw badInput('filter.territory', 'The territory is given by the place of this field.');
    return new RegisterIssueConnection(issuesIn(scope, place, args), Boolean(args.after));
  }
}
