import type { Module } from '../../platform/graphql/module.ts';
import { conveningCommands } from './convening.commands.ts';
import { decisionsByIds } from './decision.reads.ts';
import { MeetingDecisionResolver, MeetingDecisions } from './decision.resolver.ts';
import { meetingsByIds } from './meeting.reads.ts';
import { MeetingResolver, ParticipationResolver } from './meeting.resolver.ts';
import { TerritoryMeetings } from './territory.fields.ts';

export const meetingsModule: Module = {
  tables: [() => import('./decision.table.ts'), () => import('./meeting.table.ts')],
  nodes: {
    Meeting: (scope, id) => scope.loader(meetingsByIds).load(id),
    MeetingDecision: (scope, id) => scope.loader(decisionsByIds).load(id),
  },
  resolvers: [
    MeetingResolver,
    ParticipationResolver,
    TerritoryMeetings,
    conveningCommands,
    MeetingDecisionResolver,
    MeetingDecisions,
  ],
};
