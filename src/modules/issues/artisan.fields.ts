import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { issuesOn } from './issue.reads.ts';
import { RegisterIssueConnection } from './issue.type.ts';

@Resolver(() => Artisan)
export class ArtisanIssues {
  @FieldResolver(() => RegisterIssueConnection, {
    nullable: true,
    description: 'The register issues that were opened on this entry in its region.',
  })
  registerIssues(@Root() artisan: Artisan, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new RegisterIssueConnection(issuesOn(scope, artisan, args), Boolean(args.after));
  }
}
