import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, WRITABLE } from '../../platform/postgres/policies.ts';

/** How many national identity numbers an officer changed on a day, and how many of those entered were there already. */
export const NumberCountTable = defineEntity({
  name: 'NumberCountTable',
  tableName: 'number_count',
  rowLevelSecurity: 'force',
  policies: [
    {
      name: 'number_count_grant',
      command: 'select',
      roles: ['hiraf_capture'],
      using: WRITABLE,
    },
    {
      name: 'number_count_figures_writer',
      command: 'all',
      roles: ['hiraf_figures_writer'],
      using: 'true',
      check: 'true',
    },
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
