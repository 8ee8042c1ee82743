import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { Sex } from '../artisans/artisan.rules.ts';

/** The offices of a board (president and so on): data, since the model statutes were not found. */
export const OfficeTable = defineEntity({
  name: 'OfficeTable',
  tableName: 'office',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    code: p.text().unique(),
    ...localizedName,
    seats: p.smallint().default(1),
  },
});

const holder = {
  // The holder's own region, which is not the row's where a national body seats somebody.
  artisanRegionId: p.smallint().nullable(),
  artisanId: p.integer().nullable(),
  // Office-holders are public as office-holders: the name stands on the seat, the person behind the wall.
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

/** Somebody whom a body sends to the assembly of the body above. */
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
