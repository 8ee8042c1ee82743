import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/graphql/context.ts';
import { ListSize, ReadsDatabase } from '../../platform/graphql/cost/directives.ts';
import { today } from '../../platform/lib/dates.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { decisionsOf } from './decision.reads.ts';
import { MeetingDecision } from './decision.type.ts';
import { isOverdue } from './meeting.rules.ts';
import { Meeting } from './meeting.type.ts';

@Resolver(() => MeetingDecision)
export class MeetingDecisionResolver {
  @FieldResolver(() => ID, { description: 'Opaque and stable; never parse it.' })
  id(@Root() decision: MeetingDecision): string {
    return globalId('MeetingDecision', Number(decision.id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is overdue, or was carried out after it was due.' })
  late(@Root() { dueOn, doneOn }: MeetingDecision): boolean {
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
