import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { MEETING_REASONS } from './meeting.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { DAY_REASONS, TEXT_REASONS } from '../../platform/errors/validators.ts';
import { MeetingDecision, Meeting, MeetingListArgs, MeetingConnection } from './meeting.type.ts';
import {
  CallMeetingInput,
  CancelMeetingInput,
  CompleteDecisionInput,
  HoldMeetingInput,
  RecordDecisionInput,
} from './meeting.input.ts';
import { callMeeting, cancelMeeting, completeDecision, holdMeeting, recordDecision } from './meeting.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { decisionsByIds, meetingsByIds, meetingsIn } from './meeting.reads.ts';
import {
  MeetingDecisionResolver,
  MeetingDecisions,
  MeetingResolver,
  ParticipationResolver,
} from './meeting.resolver.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

const meetingCommands = commands({
  callMeeting: {
    run: callMeeting,
    input: CallMeetingInput,
    answers: Meeting,
    refusals: [...TEXT_REASONS, COMMON.NOT_POSITIVE, COMMON.TOO_MANY, TERRITORY.NO_SUCH_TERRITORY],
    description: `Calls a meeting with its agenda; it is CALLED. Needs the capture grant at the territory.`,
  },
  holdMeeting: {
    run: holdMeeting,
    input: HoldMeetingInput,
    answers: Meeting,
    refusals: [COMMON.DAY_IN_FUTURE, COMMON.WRONG_STATE, COMMON.NOT_POSITIVE, MEETING_REASONS.KIND_REPEATED],
    description: `Records a meeting that was held: CALLED to HELD, with who attended. Needs the capture grant at the territory.`,
  },
  cancelMeeting: {
    run: cancelMeeting,
    input: CancelMeetingInput,
    answers: Meeting,
    refusals: [COMMON.WRONG_STATE],
    description: `CALLED to CANCELLED. Needs the capture grant at the territory.`,
  },
  recordDecision: {
    run: recordDecision,
    input: RecordDecisionInput,
    answers: MeetingDecision,
    refusals: [...TEXT_REASONS, COMMON.WRONG_STATE, COMMON.DAY_BEFORE],
    description: `Records a decision of a HELD meeting, with its owner and the day by which it is due. Needs the capture grant at the territory.`,
  },
  completeDecision: {
    run: completeDecision,
    input: CompleteDecisionInput,
    answers: MeetingDecision,
    refusals: [...DAY_REASONS, MEETING_REASONS.DONE],
    description: `Records that a decision is carried out, on the day of its meeting at the earliest; late for ever if after it was due. Needs the capture grant at the territory.`,
  },
});

export const meetingsModule: Module = {
  tables: [() => import('./meeting.table.ts')],
  nodes: {
    Meeting: (scope, id) => scope.loader(meetingsByIds).load(id),
    MeetingDecision: (scope, id) => scope.loader(decisionsByIds).load(id),
  },
  resolvers: [
    entityFields(Meeting, {
      territory: 'The province, the region or the nation for which it is held.',
      region: 'Its region; null for a national meeting.',
      province: 'Its province; null for a regional or national meeting.',
    }),
    entityFields(MeetingDecision),
    MeetingResolver,
    ParticipationResolver,
    territoryList('meetings', {
      args: MeetingListArgs,
      connection: MeetingConnection,
      list: meetingsIn,
      description:
        'The meetings here, as far as the viewer may read them; those of a province are its own only. Needs the records grant.',
    }),
    meetingCommands,
    MeetingDecisionResolver,
    MeetingDecisions,
  ],
};
