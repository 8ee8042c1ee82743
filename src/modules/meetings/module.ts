import type { Module } from '../../platform/graphql/module.ts';
import { meetingCommands } from './meeting.commands.ts';
import { decisionsByIds } from './decision.reads.ts';
import {
  MeetingDecisionResolver,
  MeetingDecisions,
  MeetingResolver,
  ParticipationResolver,
} from './meeting.resolver.ts';
import { meetingsByIds, meetingsIn } from './meeting.reads.ts';
import { MeetingListArgs, MeetingConnection } from './meeting.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const meetingsModule: Module = {
  tables: [() => import('./meeting.table.ts')],
  nodes: {
    Meeting: (scope, id) => scope.loader(meetingsByIds).load(id),
    MeetingDecision: (scope, id) => scope.loader(decisionsByIds).load(id),
  },
  resolvers: [
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
