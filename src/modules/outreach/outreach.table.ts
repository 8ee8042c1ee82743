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
