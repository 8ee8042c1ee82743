import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { MeetingKind, MeetingState, ParticipantKind } from './meeting.rules.ts';

export const MeetingTable = defineEntity({
  name: 'MeetingTable',
  tableName: 'meeting',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('meeting', { province: true }),
  indexes: [
    { name: 'meeting_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'meeting_state', properties: ['regionId', 'state', 'id'] },
    { name: 'meeting_held_on', properties: ['regionId', 'heldOn', 'id'] },
    { name: 'meeting_scheduled_on', properties: ['regionId', 'scheduledOn', 'id'] },
  ],
  checks: [{ name: 'meeting_held', expression: `(state = 'HELD') = (held_on is not null)` }],
  properties: {
    ...tenantKey,
    kind: p.enum(() => MeetingKind),
    state: p.enum(() => MeetingState),
    provinceId: p.smallint().nullable(),
    ...localizedName,
    scheduledOn: p.date(),
    heldOn: p.date().nullable(),
    venueAr: p.text().nullable(),
    venueFr: p.text().nullable(),
    source: p.text().nullable(),
    version: p.integer().default(1),
  },
});

export const AgendaPointTable = defineEntity({
  name: 'AgendaPointTable',
  tableName: 'agenda_point',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('agenda_point', { province: true }),
  indexes: [{ name: 'agenda_point_meeting', properties: ['regionId', 'meetingId', 'number'] }],
  properties: {
    ...tenantKey,
    meetingId: p.integer(),
    provinceId: p.smallint().nullable(),
    number: p.smallint(),
    ...localizedName,
  },
});

/** Who calls a meeting and which kinds of participants attend; a kind, never a person. */
export const ParticipationTable = defineEntity({
  name: 'ParticipationTable',
  tableName: 'participation',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('participation', { province: true }),
  indexes: [{ name: 'participation_meeting', properties: ['regionId', 'meetingId', 'id'] }],
  properties: {
    ...tenantKey,
    meetingId: p.integer(),
    provinceId: p.smallint().nullable(),
    kind: p.enum(() => ParticipantKind),
    institutionId: p.smallint().nullable(),
    organiser: p.boolean(),
    attendees: p.integer().nullable(),
  },
});

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
