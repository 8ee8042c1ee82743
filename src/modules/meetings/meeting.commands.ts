import { commands } from '../../platform/graphql/commands.ts';
import { MeetingDecision, Meeting } from './meeting.type.ts';
import {
  CallMeetingInput,
  CancelMeetingInput,
  CompleteDecisionInput,
  HoldMeetingInput,
  RecordDecisionInput,
} from './meeting.input.ts';
import { callMeeting, cancelMeeting, completeDecision, holdMeeting, recordDecision } from './meeting.writes.ts';

export const meetingCommands = commands({
  callMeeting: {
    run: callMeeting,
    input: CallMeetingInput,
    answers: Meeting,
    description: `Calls a meeting with its agenda; it is CALLED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, FORBIDDEN.`,
  },
  holdMeeting: {
    run: holdMeeting,
    input: HoldMeetingInput,
    answers: Meeting,
    description: `Records a meeting that was held: CALLED to HELD, with who attended. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  cancelMeeting: {
    run: cancelMeeting,
    input: CancelMeetingInput,
    answers: Meeting,
    description: `CALLED to CANCELLED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  recordDecision: {
    run: recordDecision,
    input: RecordDecisionInput,
    answers: MeetingDecision,
    description: `Records a decision of a HELD meeting, with its owner and the day by which it is due. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (WRONG_STATE).`,
  },
  completeDecision: {
    run: completeDecision,
    input: CompleteDecisionInput,
    answers: MeetingDecision,
    description: `Records that a decision is carried out, on the day of its meeting at the earliest; late for ever if after it was due. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, DONE).`,
  },
});
