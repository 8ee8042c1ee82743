import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey } from '../../platform/postgres/policies.ts';

/** How many national identity numbers an officer changed on a day, and how many of those entered were there already. */
export const NumberCountTable = defineEntity({
  name: 'NumberCountTable',
  tableName: 'number_count',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'number_count_sight',
      command: 'select',
      roles: ['hiraf_capture'],
      using: 'region_id = any((select app.capture_scope())::smallint[])',
    },
    { name: 'number_count_tally', command: 'all', roles: ['hiraf_tally'], using: 'true', check: 'true' },
  ],
  uniques: [{ name: 'number_count_day', properties: ['regionId', 'subject', 'day'] }],
  properties: {
    ...tenantKey,
    subject: p.text(),
    day: p.date(),
    changes: p.integer(),
    hits: p.integer(),
  },
});
