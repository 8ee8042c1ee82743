import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { BodyLevel } from '../committees/committee.rules.ts';
import { AssemblyState, BodyState } from './body.rules.ts';
import { Sex } from '../artisans/artisan.rules.ts';

/** A craft body; the nation's bodies live in tenant 0. The body above follows from the class and the territory. */
export const BodyTable = defineEntity({
  name: 'BodyTable',
  tableName: 'body',
  rowLevelSecurity: 'force',
  // The role of the triggers finds the class and the territory of a seat or delegate here.
  policies: [
    ...tenantPolicies('body', { province: true }),
    { name: 'body_figures_writer', command: 'select', roles: ['hiraf_figures_writer'], using: 'true' },
  ],
  indexes: [
    { name: 'body_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'body_body_class', properties: ['regionId', 'bodyClassId', 'level', 'id'] },
    { name: 'body_state', properties: ['regionId', 'state', 'id'] },
    { name: 'body_level', properties: ['regionId', 'level', 'id'] },
    {
      // At most one live body for each class and territory (domain invariant 9).
      name: 'body_one_live',
      expression: `create unique index "body_one_live" on "body" ("region_id", coalesce("province_id", 0), "level", "body_class_id") where state <> 'DISSOLVED'`,
    },
  ],
  checks: [
    {
      name: 'body_territory',
      expression: `(level = 'NATIONAL') = (region_id = 0) and (level = 'PROVINCIAL') = (province_id is not null)`,
    },
  ],
  properties: {
    ...tenantKey,
    level: p.enum(() => BodyLevel),
    provinceId: p.smallint().nullable(),
    bodyClassId: p.smallint(),
    state: p.enum(() => BodyState),
    foundedOn: p.date().nullable(),
    approvedOn: p.date().nullable(),
    suspendedOn: p.date().nullable(),
    dissolvedOn: p.date().nullable(),
    statutesAdoptedOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

/** Law 50.17, art. 11: bodies are founded by an assembly; a second call lowers the quorum. */
export const FoundingAssemblyTable = defineEntity({
  name: 'FoundingAssemblyTable',
  tableName: 'founding_assembly',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('founding_assembly', { province: true }),
  indexes: [
    { name: 'founding_assembly_body', properties: ['regionId', 'bodyId', 'id'] },
    { name: 'founding_assembly_committee', properties: ['regionId', 'committeeId'] },
  ],
  properties: {
    ...tenantKey,
    bodyId: p.integer(),
    provinceId: p.smallint().nullable(),
    committeeId: p.integer().nullable(),
    state: p.enum(() => AssemblyState),
    // 1 for the first call, 2 for the second, which needs a lower quorum.
    call: p.smallint(),
    calledOn: p.date(),
    heldOn: p.date(),
    venueAr: p.text(),
    venueFr: p.text(),
    convened: p.integer(),
    present: p.integer().nullable(),
    statutesAdopted: p.boolean(),
    version: p.integer().default(1),
  },
});

const holder = {
  // The holder's own region, which is not the row's where a national body seats a person.
  artisanRegionId: p.smallint().nullable(),
  artisanId: p.integer().nullable(),
  // Office-holders are public as office-holders: the name stands on the seat; the person's row is protected by row-level security.
  nameAr: p.text().nullable(),
  nameLatin: p.text().nullable(),
  sex: p.enum(() => Sex).nullable(),
};

/** A place in the board of a body; vacant while it has no holder. */
export const SeatTable = defineEntity({
  name: 'SeatTable',
  tableName: 'seat',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('seat', { province: true }),
  indexes: [
    { name: 'seat_body', properties: ['regionId', 'bodyId', 'id'] },
    { name: 'seat_artisan', properties: ['artisanRegionId', 'artisanId'] },
  ],
  properties: {
    ...tenantKey,
    bodyId: p.integer(),
    provinceId: p.smallint().nullable(),
    officeId: p.smallint(),
    ...holder,
    electedOn: p.date().nullable(),
    termEndsOn: p.date().nullable(),
    version: p.integer().default(1),
  },
});

/** A person whom a body sends to the assembly of the body above. */
export const DelegateTable = defineEntity({
  name: 'DelegateTable',
  tableName: 'delegate',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('delegate', { province: true }),
  indexes: [
    { name: 'delegate_body', properties: ['regionId', 'bodyId', 'id'] },
    { name: 'delegate_artisan', properties: ['artisanRegionId', 'artisanId'] },
  ],
  properties: {
    ...tenantKey,
    bodyId: p.integer(),
    provinceId: p.smallint().nullable(),
    ...holder,
    electedOn: p.date(),
    termEndsOn: p.date(),
    version: p.integer().default(1),
  },
});
