import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';

/** What a meeting decided, who is to do it, and by when. */
export const MeetingDecisionTable = defineEntity({
  name: 'MeetingDecisionTable',
  tableName: 'meeting_decision',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('meeting_decision', { province: true }),
  indexes: [{ name: 'meeting_decision_meeting', properties: ['regionId', 'meetingId', 'id'] }],
  properties: {
    ...tenantKey,
    meetingId: p.integer(),
    provinceId: p.smallint().nullable(),
    textAr: p.text(),
    textFr: p.text(),
    owner: p.text(),
    dueOn: p.date(),
    doneOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});
