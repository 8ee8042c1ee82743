import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { MeetingDecision } from './decision.type.ts';
import { Meeting } from './meeting.type.ts';
import {
  CallMeetingInput,
  CancelMeetingInput,
  CompleteDecisionInput,
  HoldMeetingInput,
  RecordDecisionInput,
} from './meeting.input.ts';
import { callMeeting, cancelMeeting, completeDecision, holdMeeting, recordDecision } from './meeting.writes.ts';

@Resolver()
export class ConveningResolver {
  @Mutation(() => Meeting, {
    nullable: true,
    description: `Calls a meeting with its agenda; it is CALLED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, FORBIDDEN.`,
  })
  callMeeting(
    @Arg('input', () => CallMeetingInput, { description: 'The meeting.' }) input: CallMeetingInput,
    @Ctx() { scope }: Context,
  ): Promise<Meeting> {
    return scope.write('callMeeting', input, (write) => callMeeting(write, input));
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: `Records a meeting that was held: CALLED to HELD, with who attended. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  holdMeeting(
    @Arg('input', () => HoldMeetingInput, { description: 'Who attended.' }) input: HoldMeetingInput,
    @Ctx() { scope }: Context,
  ): Promise<Meeting> {
    return scope.write('holdMeeting', input, (write) => holdMeeting(write, input));
  }

  @Mutation(() => Meeting, {
    nullable: true,
    description: `CALLED to CANCELLED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  cancelMeeting(
    @Arg('input', () => CancelMeetingInput, { description: 'Which.' }) input: CancelMeetingInput,
    @Ctx() { scope }: Context,
  ): Promise<Meeting> {
    return scope.write('cancelMeeting', input, (write) => cancelMeeting(write, input));
  }

  @Mutation(() => MeetingDecision, {
    nullable: true,
    description: `Records a decision of a HELD meeting, with its owner and the day by which it is due. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (WRONG_STATE).`,
  })
  recordDecision(
    @Arg('input', () => RecordDecisionInput, { description: 'The decision.' }) input: RecordDecisionInput,
    @Ctx() { scope }: Context,
  ): Promise<MeetingDecision> {
    return scope.write('recordDecision', input, (write) => recordDecision(write, input));
  }

  @Mutation(() => MeetingDecision, {
    nullable: true,
    description: `Records that a decision is carried out, on the day of its meeting at the earliest; late for ever if after it was due. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, DONE).`,
  })
  completeDecision(
    @Arg('input', () => CompleteDecisionInput, { description: 'Which.' }) input: CompleteDecisionInput,
    @Ctx() { scope }: Context,
  ): Promise<MeetingDecision> {
    return scope.write('completeDecision', input, (write) => completeDecision(write, input));
  }
}
