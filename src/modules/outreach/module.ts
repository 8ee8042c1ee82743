import type { Module } from '../../platform/graphql/module.ts';
import { AttendanceResolver, SessionAttendance } from './attendance.resolver.ts';
import { campaignsByIds } from './campaign.reads.ts';
import { CampaignResolver } from './campaign.resolver.ts';
import { mobilisationCommands } from './mobilisation.commands.ts';
import { sessionsByIds } from './outreach.reads.ts';
import { OutreachSessionResolver } from './outreach.resolver.ts';
import { TerritoryOutreach } from './territory.fields.ts';

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
    TerritoryOutreach,
  ],
};
