import { commands } from '../../platform/graphql/commands.ts';
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

export const outreachCommands = commands({
  planCampaign: {
    run: planCampaign,
    input: PlanCampaignInput,
    answers: Campaign,
    description: `Plans a campaign of a region or of the nation. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, FORBIDDEN.`,
  },
  planOutreachSession: {
    run: planOutreachSession,
    input: PlanOutreachSessionInput,
    answers: OutreachSession,
    description: `Plans a session of a campaign; it is PLANNED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN.`,
  },
  holdOutreachSession: {
    run: holdOutreachSession,
    input: HoldOutreachSessionInput,
    answers: OutreachSession,
    description: `Records a session that was held: PLANNED to HELD, with who came by profession and sex. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  cancelOutreachSession: {
    run: cancelOutreachSession,
    input: CancelOutreachSessionInput,
    answers: OutreachSession,
    description: `PLANNED to CANCELLED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  recordReached: {
    run: recordReached,
    input: RecordReachedInput,
    answers: OutreachSession,
    description: `Records artisans whom a HELD session reached; a repeat adds no one twice. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
});
