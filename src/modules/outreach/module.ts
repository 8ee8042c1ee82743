import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { OUTREACH } from './outreach.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { TEXT_REASONS } from '../../platform/errors/validators.ts';
import { Campaign, OutreachSession, OutreachSessionListArgs, OutreachSessionConnection } from './outreach.type.ts';
import {
  CancelOutreachSessionInput,
  HoldOutreachSessionInput,
  PlanCampaignInput,
  PlanOutreachSessionInput,
  RecordReachedArtisansInput,
} from './outreach.input.ts';
import {
  cancelOutreachSession,
  holdOutreachSession,
  planCampaign,
  planOutreachSession,
  recordReachedArtisans,
} from './outreach.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';
import {
  AttendanceResolver,
  SessionAttendance,
  CampaignResolver,
  OutreachSessionResolver,
} from './outreach.resolver.ts';
import { campaignsByIds, sessionsByIds, sessionsIn } from './outreach.reads.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

const outreachCommands = commands({
  planCampaign: {
    run: planCampaign,
    input: PlanCampaignInput,
    answers: Campaign,
    refusals: [
      ...TEXT_REASONS,
      COMMON.DAY_BEFORE,
      NOMENCLATURE.NO_SUCH_WAVE,
      TERRITORY.NOT_A_REGION,
      TERRITORY.NO_SUCH_TERRITORY,
    ],
    description: `Plans a campaign of a region or of the nation. Needs the capture grant at the territory.`,
  },
  planOutreachSession: {
    run: planOutreachSession,
    input: PlanOutreachSessionInput,
    answers: OutreachSession,
    refusals: [
      ...TEXT_REASONS,
      NOMENCLATURE.NO_SUCH_CODE,
      OUTREACH.OUT_OF_CAMPAIGN,
      TERRITORY.NO_PROVINCE,
      TERRITORY.NO_SUCH_TERRITORY,
      TERRITORY.PROVINCE_ELSEWHERE,
    ],
    description: `Plans a session of a campaign; it is PLANNED. Needs the capture grant at the territory.`,
  },
  holdOutreachSession: {
    run: holdOutreachSession,
    input: HoldOutreachSessionInput,
    answers: OutreachSession,
    refusals: [
      COMMON.DAY_IN_FUTURE,
      COMMON.WRONG_STATE,
      COMMON.TOO_MANY,
      NOMENCLATURE.NO_SUCH_CODE,
      OUTREACH.NEGATIVE,
      OUTREACH.PROFESSION_REPEATED,
    ],
    description: `Records a session that was held: PLANNED to HELD, with who came by profession and sex. Needs the capture grant at the territory.`,
  },
  cancelOutreachSession: {
    run: cancelOutreachSession,
    input: CancelOutreachSessionInput,
    answers: OutreachSession,
    refusals: [COMMON.WRONG_STATE],
    description: `PLANNED to CANCELLED. Needs the capture grant at the territory.`,
  },
  recordReachedArtisans: {
    run: recordReachedArtisans,
    input: RecordReachedArtisansInput,
    answers: OutreachSession,
    refusals: [COMMON.WRONG_STATE, COMMON.NOT_POSITIVE, COMMON.TOO_MANY],
    description: `Records artisans whom a HELD session reached; a repeat adds no one twice. Needs the capture grant at the territory.`,
  },
});

export const outreachModule: Module = {
  tables: [() => import('./outreach.table.ts')],
  nodes: {
    OutreachSession: (scope, id) => scope.loader(sessionsByIds).load(id),
    Campaign: (scope, id) => scope.loader(campaignsByIds).load(id),
  },
  resolvers: [
    entityFields(OutreachSession, {
      territory: 'The province, the region or the nation for which it is held.',
      region: 'Its region; null for a session of the nation.',
      province: 'Its province; null for a session of a whole region.',
    }),
    entityFields(Campaign, { region: 'Its region; null for a campaign of the nation.' }),
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
