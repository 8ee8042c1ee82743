import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { Artisan } from '../artisans/artisan.type.ts';
import { artisansByIds } from '../artisans/artisan.reads.ts';
import { Region } from '../territory/territory.type.ts';
import { regionOf } from '../territory/territory.reads.ts';
import { committeesByIds } from './committee.reads.ts';
import { Committee } from './committee.type.ts';
import { CommitteeMember } from './member.type.ts';

@Resolver(() => CommitteeMember)
export class CommitteeMemberResolver {
  @FieldResolver(() => ID, { description: 'Opaque and stable; never parse it.' })
  id(@Root() member: CommitteeMember): string {
    return globalId('CommitteeMember', Number(member.id));
  }

  @FieldResolver(() => Region, { nullable: true, description: 'The region of the committee; null for a national one.' })
  region(@Root() member: CommitteeMember, @Ctx() { scope }: Context): Region | null {
    return regionOf(scope, member.regionId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Committee, { nullable: true, description: 'The committee; null where it is out of sight.' })
  committee(@Root() member: CommitteeMember, @Ctx() { scope }: Context): Promise<Committee | null> {
    return scope.loader(committeesByIds).load(member.committeeId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Artisan, {
    nullable: true,
    description: 'The member as a registrant; null for those who are none, and where the entry is out of sight.',
  })
  async artisan(@Root() member: CommitteeMember, @Ctx() { scope }: Context): Promise<Artisan | null> {
    return member.artisanId === null ? null : scope.loader(artisansByIds).load(member.artisanId);
  }
}
