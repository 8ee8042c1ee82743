import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Campaign, OutreachSession } from './outreach.type.ts';
import {
  CancelOutreachSessionInput,
  HoldOutreachSessionInput,
  PlanCampaignInput,
  PlanOutreachSessionInput,
  RecordReachedInput,
} from './outreach.input.ts';
import {
  cancelOutreachSession,
  holdOutreachSession,
  planCampaign,
  planOutreachSession,
  recordReached,
} from './outreach.writes.ts';

@Resolver()
export class MobilisationResolver {
  @Mutation(() => Campaign, {
    nullable: true,
    description: `Plans a campaign of a region or of the nation. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, FORBIDDEN.`,
  })
  planCampaign(
    @Arg('input', () => PlanCampaignInput, { description: 'The campaign.' }) input: PlanCampaignInput,
    @Ctx() { scope }: Context,
  ): Promise<Campaign> {
    return scope.write('planCampaign', input, (write) => planCampaign(write, input));
  }

  @Mutation(() => OutreachSession, {
    nullable: true,
    description: `Plans a session of a campaign; it is PLANNED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN.`,
  })
  planOutreachSession(
    @Arg('input', () => PlanOutreachSessionInput, { description: 'The session.' }) input: PlanOutreachSessionInput,
    @Ctx() { scope }: Context,
  ): Promise<OutreachSession> {
    return scope.write('planOutreachSession', input, (write) => planOutreachSession(write, input));
  }

  @Mutation(() => OutreachSession, {
    nullable: true,
    description: `Records a session that was held: PLANNED to HELD, with who came by profession and sex. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  holdOutreachSession(
    @Arg('input', () => HoldOutreachSessionInput, { description: 'Who came.' }) input: HoldOutreachSessionInput,
    @Ctx() { scope }: Context,
  ): Promise<OutreachSession> {
    return scope.write('holdOutreachSession', input, (write) => holdOutreachSession(write, input));
  }

  @Mutation(() => OutreachSession, {
    nullable: true,
    description: `PLANNED to CANCELLED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  cancelOutreachSession(
    @Arg('input', () => CancelOutreachSessionInput, { description: 'Which.' }) input: CancelOutreachSessionInput,
    @Ctx() { scope }: Context,
  ): Promise<OutreachSession> {
    return scope.write('cancelOutreachSession', input, (write) => cancelOutreachSession(write, input));
  }

  @Mutation(() => OutreachSession, {
    nullable: true,
    description: `Records artisans whom a HELD session reached; a repeat adds nobody twice. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  recordReached(
    @Arg('input', () => RecordReachedInput, { description: 'Whom.' }) input: RecordReachedInput,
    @Ctx() { scope }: Context,
  ): Promise<OutreachSession> {
    return scope.write('recordReached', input, (write) => recordReached(write, input));
  }
}
