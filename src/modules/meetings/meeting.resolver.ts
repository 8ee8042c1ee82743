import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { Institution } from '../territory/territory.type.ts';
import { territoryOf } from '../territory/territory.reads.ts';
import {
  MeetingListArgs,
  AgendaPoint,
  Meeting,
  MeetingConnection,
  Participation,
  MeetingDecision,
} from './meeting.type.ts';
import { meetingsOf, agendasOf, participationsOf, decisionsOf } from './meeting.reads.ts';
import { today } from '../../platform/lib/dates.ts';
import { isOverdue } from './meeting.rules.ts';

@Resolver(() => Meeting)
export class MeetingResolver {
  @Query(() => MeetingConnection, {
    nullable: true,
    description:
      'The meetings that the viewer may read. Needs the records grant: UNAUTHENTICATED or FORBIDDEN otherwise.',
  })
  meetings(@Args(() => MeetingListArgs) args: MeetingListArgs, @Ctx() { scope }: Context) {
    return new MeetingConnection(meetingsOf(scope, args));
  }

  @ReadsDatabase()
  @ListSize(50)
  @FieldResolver(() => [AgendaPoint], { description: 'Its agenda, in the order of the points.' })
  agenda(@Root() meeting: Meeting, @Ctx() { scope }: Context): Promise<AgendaPoint[]> {
    return scope.loader(agendasOf).load(meeting);
  }

  @ReadsDatabase()
  @ListSize(10)
  @FieldResolver(() => [Participation], { description: 'Those who call it.' })
  async organisers(@Root() meeting: Meeting, @Ctx() { scope }: Context): Promise<Participation[]> {
    return (await scope.loader(participationsOf).load(meeting)).filter(({ organiser }) => organiser);
  }

  @ReadsDatabase()
  @ListSize(20)
  @FieldResolver(() => [Participation], { description: 'Those who attend besides the organisers.' })
  async participants(@Root() meeting: Meeting, @Ctx() { scope }: Context): Promise<Participation[]> {
    return (await scope.loader(participationsOf).load(meeting)).filter(({ organiser }) => !organiser);
  }
}

@Resolver(() => Participation)
export class ParticipationResolver {
  @FieldResolver(() => Institution, {
    nullable: true,
    description: 'The institution; null where only the kind is known.',
  })
  institution(@Root() { institutionId }: Participation, @Ctx() { scope }: Context): Institution | undefined {
    return territoryOf(scope).institutions.find((institution) => institution.institutionId === institutionId);
  }
}

@Resolver(() => MeetingDecision)
export class MeetingDecisionResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is overdue, or was carried out after it was due.' })
  isLate(@Root() { dueOn, doneOn }: MeetingDecision): boolean {
    return isOverdue(dueOn, doneOn, today());
  }
}

@Resolver(() => Meeting)
export class MeetingDecisions {
  @ReadsDatabase()
  @ListSize(30)
  @FieldResolver(() => [MeetingDecision], { description: 'What it decided, in the order in which it was recorded.' })
  decisions(@Root() meeting: Meeting, @Ctx() { scope }: Context): Promise<MeetingDecision[]> {
    return scope.loader(decisionsOf).load(meeting);
  }
}
