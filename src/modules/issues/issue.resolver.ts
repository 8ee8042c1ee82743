import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { isAllowed } from '../../platform/auth/viewer.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';
import { Province } from '../territory/territory.type.ts';
import { provinceOf } from '../territory/territory.reads.ts';
import { RegisterIssueListArgs, RegisterIssue, RegisterIssueConnection } from './issue.type.ts';
import { entriesOf, issuesOf, sidesOf, issuesOn } from './issue.reads.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';

@Resolver(() => RegisterIssue)
export class RegisterIssueResolver {
  @Query(() => RegisterIssueConnection, {
    nullable: true,
    description:
      'The register issues that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  registerIssues(@Args(() => RegisterIssueListArgs) args: RegisterIssueListArgs, @Ctx() { scope }: Context) {
    return new RegisterIssueConnection(issuesOf(scope, args));
  }

  @FieldResolver(() => Province, { description: 'The province where it was opened.' })
  province(@Root() issue: RegisterIssue, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, issue.provinceId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Artisan, {
    nullable: true,
    description: 'Whose entry it is about; null where it is about none, or the viewer may not read it.',
  })
  async artisan(@Root() { artisanId }: RegisterIssue, @Ctx() { scope }: Context): Promise<Artisan | null> {
    return artisanId === null ? null : scope.loader(artisansByIds).load(artisanId);
  }

  @ReadsDatabase()
  @ListSize(5)
  @FieldResolver(() => [RegisterIssue], {
    description:
      'Of duplicates: the visible issues of the case, one for each entry that is or was held up, this one among them. A region sees its own.',
  })
  async caseIssues(@Root() issue: RegisterIssue, @Ctx() { scope }: Context): Promise<RegisterIssue[]> {
    return issue.caseNumber === null ? [] : scope.loader(sidesOf).load(issue);
  }

  @ReadsDatabase(2)
  @ListSize(5)
  @FieldResolver(() => [Artisan], {
    nullable: true,
    description:
      'Of an open case of duplicates: the entries that have the number, held up or not, in reach of your capture grant; the centre sees all of them. Null without that grant.',
  })
  async entries(@Root() issue: RegisterIssue, @Ctx() { scope }: Context): Promise<Artisan[] | null> {
    if (!isAllowed(scope.viewer, 'CHANGE_RECORDS', issue)) return null;
    if (issue.caseNumber === null) return [];
    const ids = await scope.loader(entriesOf).load(issue);
    const entries = await Promise.all(ids.map((id) => scope.loader(artisansByIds).load(id)));
    return entries.filter((entry) => entry !== null);
  }
}

@Resolver(() => Artisan)
export class ArtisanIssues {
  @FieldResolver(() => RegisterIssueConnection, {
    nullable: true,
    description: 'The register issues that were opened on this entry in its region.',
  })
  registerIssues(@Root() artisan: Artisan, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new RegisterIssueConnection(issuesOn(scope, artisan, args));
  }
}
