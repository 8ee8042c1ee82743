import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';

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
