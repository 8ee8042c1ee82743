import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenantKey, tenantPolicies } from '../../platform/postgres/policies.ts';
import { AgeBand, ArtisanKind, DeletionGround, Qualification, RegisterState, Sex } from './artisan.rules.ts';

const key = () => p.text().collation('C');

/** A registrant of the National Craft Register (decree 2.21.437, art. 8). */
export const ArtisanTable = defineEntity({
  name: 'ArtisanTable',
  tableName: 'artisan',
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies('artisan', { province: true }),
    // Who has the same national identity number is looked up across tenants, and returns nothing else.
    { name: 'artisan_figures_writer', command: 'select', roles: ['hiraf_figures_writer'], using: 'true' },
  ],
  uniques: [{ name: 'artisan_register_number', properties: ['registerNumber'] }],
  indexes: [
    { name: 'artisan_province', properties: ['regionId', 'provinceId', 'id'] },
    { name: 'artisan_province_applied_on', properties: ['regionId', 'provinceId', 'appliedOn', 'id'] },
    { name: 'artisan_province_search_ar', properties: ['regionId', 'provinceId', 'searchAr', 'id'] },
    { name: 'artisan_province_search_latin', properties: ['regionId', 'provinceId', 'searchLatin', 'id'] },
    { name: 'artisan_profession', properties: ['regionId', 'professionId', 'id'] },
    { name: 'artisan_kind', properties: ['regionId', 'kind', 'id'] },
    { name: 'artisan_sex', properties: ['regionId', 'sex', 'id'] },
    { name: 'artisan_age_band', properties: ['regionId', 'ageBand', 'id'] },
    { name: 'artisan_register_state', properties: ['regionId', 'registerState', 'id'] },
    { name: 'artisan_applied_on', properties: ['regionId', 'appliedOn', 'id'] },
    { name: 'artisan_body', properties: ['regionId', 'bodyId', 'id'] },
    { name: 'artisan_search_ar', properties: ['regionId', 'searchAr', 'id'] },
    { name: 'artisan_search_ar_reversed', properties: ['regionId', 'searchArReversed', 'id'] },
    { name: 'artisan_search_latin', properties: ['regionId', 'searchLatin', 'id'] },
    { name: 'artisan_national_id', properties: ['nationalId'] },
    { name: 'artisan_search_latin_reversed', properties: ['regionId', 'searchLatinReversed', 'id'] },
  ],
  checks: [
    {
      // Domain invariant 11: a member stands in the register.
      name: 'artisan_member_registered',
      expression: `body_id is null or register_state in ('REGISTERED', 'SUSPENDED')`,
    },
    { name: 'artisan_member_dated', expression: '(body_id is null) = (member_since is null)' },
  ],
  properties: {
    ...tenantKey,
    registerNumber: p.text().nullable(),
    kind: p.enum(() => ArtisanKind),
    provinceId: p.smallint(),
    professionId: p.smallint(),
    nameAr: p.text(),
    nameLatin: p.text(),
    // The names folded for search, given name first and family name first; null where turning changes nothing.
    searchAr: key(),
    searchArReversed: key().nullable(),
    searchLatin: key(),
    searchLatinReversed: key().nullable(),
    sex: p.enum(() => Sex).nullable(),
    // Kept on the row and rolled once a year, so that every figure by age follows from the same triggers.
    ageBand: p.enum(() => AgeBand).nullable(),
    qualification: p.enum(() => Qualification).nullable(),
    practising: p.boolean(),
    workerCount: p.integer().nullable(),
    registerState: p.enum(() => RegisterState),
    appliedOn: p.date(),
    registeredOn: p.date().nullable(),
    deletedOn: p.date().nullable(),
    deletionGround: p.enum(() => DeletionGround).nullable(),
    deletionReason: p.text().nullable(),
    // The body of which the registrant is a member now, and since when.
    bodyId: p.integer().nullable(),
    memberSince: p.date().nullable(),
    // Identity: no column of these is granted to the role that only reads records.
    birthDate: p.date().nullable(),
    nationalId: p.text().nullable(),
    companyId: p.text().nullable(),
    phone: p.text().nullable(),
    version: p.integer().default(1),
  },
});
