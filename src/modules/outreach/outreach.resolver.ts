import { Args, Ctx, FieldResolver, Query, Resolver, Root, Int } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ReadsDatabase, ListSize } from '../../platform/graphql/cost/directives.ts';
import { BodyClass, Profession, Wave } from '../professions/profession.type.ts';
import { bodyClassOf, professionOf, waveOf } from '../professions/profession.reads.ts';
import {
  campaignsByIds,
  campaignsOf,
  sessionsOf,
  sessionsOfCampaign,
  attendancesOf,
  reachedOf,
} from './outreach.reads.ts';
import {
  OutreachSessionListArgs,
  Campaign,
  OutreachSession,
  OutreachSessionConnection,
  Attendance,
  CampaignConnection,
} from './outreach.type.ts';
import { PageArgs } from '../../platform/graphql/page.args.ts';

@Resolver(() => OutreachSession)
export class OutreachSessionResolver {
  @Query(() => OutreachSessionConnection, {
    nullable: true,
    description:
      'The awareness sessions that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  outreachSessions(@Args(() => OutreachSessionListArgs) args: OutreachSessionListArgs, @Ctx() { scope }: Context) {
    return new OutreachSessionConnection(sessionsOf(scope, args));
  }

  @FieldResolver(() => BodyClass, { nullable: true, description: 'The class that it addresses; null for all classes.' })
  bodyClass(@Root() session: OutreachSession, @Ctx() { scope }: Context): BodyClass | null {
    return bodyClassOf(scope, session.bodyClassId);
  }

  @ReadsDatabase()
  @FieldResolver(() => Campaign, { description: 'The campaign to which it belongs.' })
  campaign(@Root() session: OutreachSession, @Ctx() { scope }: Context): Promise<Campaign | null> {
    return scope.loader(campaignsByIds).load(session.campaignId);
  }
}

@Resolver(() => Attendance)
export class AttendanceResolver {
  @FieldResolver(() => Profession, { description: 'The profession of those who came.' })
  profession(@Root() attendance: Attendance, @Ctx() { scope }: Context): Profession | null {
    return professionOf(scope, attendance.professionId);
  }
}

@Resolver(() => OutreachSession)
export class SessionAttendance {
  @ReadsDatabase()
  @ListSize(30)
  @FieldResolver(() => [Attendance], { description: 'Who came, by profession; empty where this was not counted.' })
  attendance(@Root() session: OutreachSession, @Ctx() { scope }: Context): Promise<Attendance[]> {
    return scope.loader(attendancesOf).load(session);
  }

  @ReadsDatabase()
  @FieldResolver(() => Int, { description: 'How many registered artisans it is known to have reached.' })
  reached(@Root() session: OutreachSession, @Ctx() { scope }: Context): Promise<number> {
    return scope.loader(reachedOf).load(session);
  }
}

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => CampaignConnection, {
    nullable: true,
    description:
      'The campaigns that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  campaigns(@Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new CampaignConnection(campaignsOf(scope, args));
  }

  @FieldResolver(() => Wave, { description: 'The wave of the roll-out that it serves.' })
  wave(@Root() campaign: Campaign, @Ctx() { scope }: Context): Wave | null {
    return waveOf(scope, campaign.waveNumber);
  }

  @FieldResolver(() => OutreachSessionConnection, {
    nullable: true,
    description: 'Its sessions, as far as the viewer may read them, in the order of entry.',
  })
  sessions(@Root() campaign: Campaign, @Args(() => PageArgs) args: PageArgs, @Ctx() { scope }: Context) {
    return new OutreachSessionConnection(sessionsOfCampaign(scope, campaign, args));
  }
}
