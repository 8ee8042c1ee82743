import type { Module } from '../../platform/graphql/module.ts';
import { AttendanceResolver, SessionAttendance } from './attendance.resolver.ts';
import { campaignsByIds } from './campaign.reads.ts';
import { CampaignResolver } from './campaign.resolver.ts';
import { mobilisationCommands } from './mobilisation.commands.ts';
import { sessionsByIds, sessionsIn } from './outreach.reads.ts';
import { OutreachSessionResolver } from './outreach.resolver.ts';
import { OutreachSessionListArgs } from './outreach.args.ts';
import { OutreachSessionConnection } from './outreach.type.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

export const outreachModule: Module = {
  tables: [() => import('./attendance.tables.ts'), () => import('./outreach.table.ts')],
  nodes: {
    OutreachSession: (scope, id) => scope.loader(sessionsByIds).load(id),
    Campaign: (scope, id) => scope.loader(campaignsByIds).load(id),
  },
  resolvers: [
    OutreachSessionResolver,
    CampaignResolver,
    AttendanceResolver,
    SessionAttendance,
    mobilisationCommands,
    territoryList('outreachSessions', {
      args: OutreachSessionListArgs,
      connection: OutreachSessionConnection,
      list: sessionsIn,
      description:
        'The awareness sessions here, as far as they are in sight; those of a province are its own only. Needs the records grant.',
    }),
  ],
};
