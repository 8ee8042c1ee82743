import type { Module } from '../../platform/graphql/module.ts';
import {
  AttendanceResolver,
  SessionAttendance,
  CampaignResolver,
  OutreachSessionResolver,
} from './outreach.resolver.ts';
import { campaignsByIds } from './campaign.reads.ts';
import { outreachCommands } from './outreach.commands.ts';
import { sessionsByIds, sessionsIn } from './outreach.reads.ts';
import { OutreachSessionListArgs, OutreachSessionConnection } from './outreach.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const outreachModule: Module = {
  tables: [() => import('./outreach.table.ts')],
  nodes: {
    OutreachSession: (scope, id) => scope.loader(sessionsByIds).load(id),
    Campaign: (scope, id) => scope.loader(campaignsByIds).load(id),
  },
  resolvers: [
    OutreachSessionResolver,
    CampaignResolver,
    AttendanceResolver,
    SessionAttendance,
    outreachCommands,
    territoryList('outreachSessions', {
      args: OutreachSessionListArgs,
      connection: OutreachSessionConnection,
      list: sessionsIn,
      description:
        'The awareness sessions here, as far as the viewer may read them; those of a province are its own only. Needs the records grant.',
    }),
  ],
};
