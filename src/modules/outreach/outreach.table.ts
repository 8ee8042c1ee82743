import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { OutreachKind, OutreachState } from './outreach.rules.ts';

export const CampaignTable = defineEntity({
  name: 'CampaignTable',
  tableName: 'campaign',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('campaign'),
  properties: {
    ...tenantKey,
    ...localizedName,
    waveId: p.smallint(),
    plannedFrom: p.date(),
    plannedTo: p.date(),
    version: p.integer().default(1),
  },
});

/** An awareness session (لقاء تواصلي, قافلة): what the founding of a body starts with. */
export const OutreachSessionTable = defineEntity({
  name: 'OutreachSessionTable',
  tableName: 'outreach_session',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('outreach_session', { province: true }),
  indexes: [
    { name: 'outreach_session_campaign', properties: ['regionId', 'campaignId', 'id'] },
    { name: 'outreach_session_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'outreach_session_body_class', properties: ['regionId', 'bodyClassId', 'id'] },
    { name: 'outreach_session_state', properties: ['regionId', 'state', 'id'] },
    { name: 'outreach_session_planned_on', properties: ['regionId', 'plannedOn', 'id'] },
  ],
  properties: {
    ...tenantKey,
    campaignId: p.integer(),
    provinceId: p.smallint().nullable(),
    bodyClassId: p.smallint().nullable(),
    kind: p.enum(() => OutreachKind),
    state: p.enum(() => OutreachState),
    plannedOn: p.date(),
    heldOn: p.date().nullable(),
    venueAr: p.text(),
    venueFr: p.text(),
    attendees: p.integer().nullable(),
    womenAttendees: p.integer().nullable(),
    version: p.integer().default(1),
  },
});

/** Who came to a session, by profession and sex. */
export const OutreachAttendanceTable = defineEntity({
  name: 'OutreachAttendanceTable',
  tableName: 'outreach_attendance',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('outreach_attendance', { province: true }),
  uniques: [{ name: 'outreach_attendance_once', properties: ['regionId', 'sessionId', 'professionId'] }],
  properties: {
    ...tenantKey,
    sessionId: p.integer(),
    provinceId: p.smallint().nullable(),
    professionId: p.smallint(),
    women: p.integer(),
    men: p.integer(),
  },
});

/** Which artisans a session reached. */
export const OutreachReachTable = defineEntity({
  name: 'OutreachReachTable',
  tableName: 'outreach_reach',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('outreach_reach', { province: true }),
  uniques: [{ name: 'outreach_reach_once', properties: ['regionId', 'sessionId', 'artisanId'] }],
  indexes: [{ name: 'outreach_reach_artisan', properties: ['artisanRegionId', 'artisanId'] }],
  properties: {
    ...tenantKey,
    sessionId: p.integer(),
    provinceId: p.smallint().nullable(), // The artisan's own region: who moves to another one was reached here all the same.
    artisanRegionId: p.smallint(),
    artisanId: p.integer(),
  },
});
