import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { BodyLevel, CommitteeState, MemberCapacity } from './committee.rules.ts';

export const CommitteeTable = defineEntity({
  name: 'CommitteeTable',
  tableName: 'committee',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('committee', { province: true }),
  indexes: [
    { name: 'committee_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'committee_body_class', properties: ['regionId', 'bodyClassId', 'id'] },
    { name: 'committee_state', properties: ['regionId', 'state', 'id'] },
    { name: 'committee_level', properties: ['regionId', 'level', 'id'] },
    {
      name: 'committee_one_live',
      expression: `create unique index "committee_one_live" on "committee" ("region_id", coalesce("province_id", 0), "level", "body_class_id") where state in ('PLANNED', 'FORMED', 'STATUTES_DRAFTED')`,
    },
  ],
  checks: [
    {
      name: 'committee_territory',
      expression: `(level = 'NATIONAL') = (region_id = 0) and (level = 'PROVINCIAL') = (province_id is not null)`,
    },
  ],
  properties: {
    ...tenantKey,
    level: p.enum(() => BodyLevel),
    provinceId: p.smallint().nullable(),
    bodyClassId: p.smallint(),
    state: p.enum(() => CommitteeState),
    plannedOn: p.date().nullable(),
    formedOn: p.date().nullable(),
    statutesDraftedOn: p.date().nullable(),
    mandateEndsOn: p.date().nullable(),
    dischargedOn: p.date().nullable(),
    present: p.integer().nullable(),
    version: p.integer().default(1),
  },
});

export const CommitteeMemberTable = defineEntity({
  name: 'CommitteeMemberTable',
  tableName: 'committee_member',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('committee_member', { province: true }),
  indexes: [
    { name: 'committee_member_committee', properties: ['regionId', 'committeeId', 'id'] },
    { name: 'committee_member_artisan', properties: ['regionId', 'artisanId'] },
  ],
  properties: {
    ...tenantKey,
    committeeId: p.integer(),
    provinceId: p.smallint().nullable(),
    artisanId: p.integer().nullable(),
    capacity: p.enum(() => MemberCapacity),
    chair: p.boolean(),
    nameAr: p.text(),
    nameLatin: p.text(),
    joinedOn: p.date(),
    version: p.integer().default(1),
  },
});
