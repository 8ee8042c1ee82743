import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ID_DESCRIPTION } from '../../platform/graphql/node.type.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { BodyClass } from '../professions/profession.type.ts';
import { bodyClassOf } from '../professions/profession.reads.ts';
import { Province, Region, Territory } from '../territory/territory.type.ts';
import { provinceOf, regionOf, territoryOfRow } from '../territory/territory.reads.ts';
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

  @FieldResolver(() => ID, { description: ID_DESCRIPTION })
  id(@Root() committee: Committee): string {
    return globalId('Committee', Number(committee.id));
  }

  @FieldResolver(() => Territory, { description: 'The territory of the body that it prepares.' })
  territory(@Root() committee: Committee, @Ctx() { scope }: Context): Territory {
    return territoryOfRow(scope, committee);
  }

  @FieldResolver(() => Region, { nullable: true, description: 'Its region; null for a national body.' })
  region(@Root() committee: Committee, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, committee.regionId);
  }

  @FieldResolver(() => Province, { nullable: true, description: 'Its province; null for a regional or national body.' })
  province(@Root() committee: Committee, @Ctx() { scope }: Context): Province | null {
    return provinceOf(scope, committee.provinceId);
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
  @FieldResolver(() => ID, { description: ID_DESCRIPTION })
  id(@Root() member: CommitteeMember): string {
    return globalId('CommitteeMember', Number(member.id));
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region of the committee; null for a national one.' })
  region(@Root() member: CommitteeMember, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, member.regionId);
  }

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
