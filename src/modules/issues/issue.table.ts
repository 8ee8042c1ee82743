import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { DuplicateOutcome, RegisterIssueKind, RegisterIssueState } from './issue.rules.ts';

/** What is wrong with the register in a province. Entries that are duplicates of each other share the number of a case. */
export const RegisterIssueTable = defineEntity({
  name: 'RegisterIssueTable',
  tableName: 'register_issue',
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies('register_issue', { province: true }),
    { name: 'register_issue_figures_writer', command: 'select', roles: ['hiraf_figures_writer'], using: 'true' },
  ],
  indexes: [
    { name: 'register_issue_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'register_issue_state', properties: ['regionId', 'state', 'id'] },
    { name: 'register_issue_kind', properties: ['regionId', 'kind', 'id'] },
    { name: 'register_issue_case', properties: ['regionId', 'caseNumber', 'id'] },
    { name: 'register_issue_artisan', properties: ['regionId', 'artisanId', 'id'] },
    { name: 'register_issue_person', properties: ['artisanRegionId', 'artisanId'] },
    {
      name: 'register_issue_one_case',
      expression: `create unique index "register_issue_one_case" on "register_issue" ("region_id", "artisan_id") where kind = 'DUPLICATE' and state <> 'RESOLVED'`,
    },
  ],
  checks: [
    { name: 'register_issue_case', expression: `(kind = 'DUPLICATE') = (case_number is not null)` },
    {
      name: 'register_issue_closed',
      expression: `(state = 'RESOLVED') = (closed_on is not null) and (state = 'RESOLVED') = (resolution is not null)`,
    },
    { name: 'register_issue_confirmed', expression: `kind = 'DUPLICATE' or confirmed_on is null` },
    { name: 'register_issue_assigned', expression: `state <> 'ASSIGNED' or assignee is not null` },
  ],
  properties: {
    ...tenantKey,
    provinceId: p.smallint(),
    kind: p.enum(() => RegisterIssueKind),
    state: p.enum(() => RegisterIssueState),
    // Follows the person to another region; the issue stays where it was opened.
    artisanRegionId: p.smallint().nullable(),
    artisanId: p.integer().nullable(),
    caseNumber: p.integer().nullable(),
    // When the centre confirmed a case of duplicates, from when all its entries are held up.
    confirmedOn: p.date().nullable(),
    description: p.text(),
    openedOn: p.date(),
    assignee: p.text().nullable(),
    dueOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    outcome: p.enum(() => DuplicateOutcome).nullable(),
    resolution: p.text().nullable(),
    version: p.integer().default(1),
  },
});
