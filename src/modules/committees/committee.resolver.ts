import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { BodyClass } from '../professions/profession.type.ts';
import { bodyClassOf } from '../professions/profession.reads.ts';
import {
  CommitteeListArgs,
  Committee,
  CommitteeConnection,
  CommitteeMember,
  CommitteeMemberConnection,
} from './committee.type.ts';
import { committeesOf, committeesByIds, chairsOf, membersOf } from './committee.reads.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';

@Resolver(() => Committee)
export class CommitteeResolver {
  @Query(() => CommitteeConnection, {
    nullable: true,
    description:
      'The preparatory committees that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  committees(@Args(() => CommitteeListArgs) args: CommitteeListArgs, @Ctx() { scope }: Context) {
    return new CommitteeConnection(committeesOf(scope, args));
  }

  @FieldResolver(() => BodyClass, { description: 'The class of the body that it prepares.' })
  bodyClass(@Root() committee: Committee, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOf(scope, committee.bodyClassId);
  }

  @ReadsDatabase()
  @FieldResolver(() => CommitteeMember, {
    nullable: true,
    description: 'The member who chairs it; null while there is none.',
  })
  chair(@Root() committee: Committee, @Ctx() { scope }: Context): Promise<CommitteeMember | null> {
    return scope.loader(chairsOf).load(committee);
  }

  @FieldResolver(() => CommitteeMemberConnection, {
    nullable: true,
    description: 'Who sits in it, in the order of entry.',
  })
  members(@Root() committee: Committee, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new CommitteeMemberConnection(membersOf(scope, committee, args));
  }
}

@Resolver(() => CommitteeMember)
export class CommitteeMemberResolver {
  @ReadsDatabase()
  @FieldResolver(() => Committee, {
    nullable: true,
    description: 'The committee; null where the viewer may not read it.',
  })
  committee(@Root() member: CommitteeMember, @Ctx() { scope }: Context): Promise<Committee | null> {
    return scope.loader(committeesByIds).load(member.committeeId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Artisan, {
    nullable: true,
    description:
      'The member as a registrant; null for those who are none, and where the viewer may not read the entry.',
  })
  async artisan(@Root() member: CommitteeMember, @Ctx() { scope }: Context): Promise<Artisan | null> {
    return member.artisanId === null ? null : scope.loader(artisansByIds).load(member.artisanId);
  }
}
