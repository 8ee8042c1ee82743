import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { HandOverDirection, HandOverState } from './hand-over.rules.ts';

/** One region's side of the move of a person to another region; the other side is a row of that region. */
export const HandOverTable = defineEntity({
  name: 'HandOverTable',
  tableName: 'hand_over',
  rowLevelSecurity: 'force',
  policies: tenantPolicies('hand_over', { province: true }),
  uniques: [{ name: 'hand_over_number', properties: ['regionId', 'number'] }],
  indexes: [
    { name: 'hand_over_artisan', properties: ['artisanRegionId', 'artisanId'] },
    { name: 'hand_over_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'hand_over_state', properties: ['regionId', 'state', 'id'] },
    {
      name: 'hand_over_one_open',
      expression: `create unique index "hand_over_one_open" on "hand_over" ("region_id", "artisan_id") where state = 'OFFERED'`,
    },
  ],
  checks: [
    { name: 'hand_over_decided', expression: `(state = 'OFFERED') = (decided_on is null)` },
    { name: 'hand_over_regions', expression: 'region_id <> other_region_id' },
  ],
  properties: {
    ...tenantKey,
    direction: p.enum(() => HandOverDirection),
    state: p.enum(() => HandOverState),
    provinceId: p.smallint(),
    otherRegionId: p.smallint(),
    otherProvinceId: p.smallint(),
    // Both sides have the same number.
    number: p.integer(),
    // Follows the person to the other region.
    artisanRegionId: p.smallint(),
    artisanId: p.integer(),
    professionId: p.smallint(),
    nameAr: p.text(),
    nameLatin: p.text(),
    offeredOn: p.date(),
    decidedOn: p.date().nullable(),
    reason: p.text().nullable(),
    version: p.integer().default(1),
  },
});
