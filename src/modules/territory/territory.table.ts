import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { InstitutionKind, ProvinceKind } from './territory.rules.ts';

/** Chambers and directorates: public institutions, so they are reference data without row-level security. */
export const InstitutionTable = defineEntity({
  name: 'InstitutionTable',
  tableName: 'institution',
  indexes: [{ name: 'institution_territory', properties: ['regionId', 'provinceId'] }],
  properties: {
    id: p.smallint().primary().autoincrement(false),
    regionId: p.smallint(),
    provinceId: p.smallint().nullable(),
    kind: p.enum(() => InstitutionKind),
    ...localizedName,
  },
});

export const ProvinceTable = defineEntity({
  name: 'ProvinceTable',
  tableName: 'province',
  uniques: [{ name: 'province_region_key', properties: ['regionId', 'id'] }],
  properties: {
    id: p.smallint().primary().autoincrement(false),
    regionId: p.smallint(),
    code: p.text().unique(),
    iso: p.text().unique(),
    kind: p.enum(() => ProvinceKind),
    ...localizedName,
    aliasesAr: p.array().$type<string[]>().columnType('text[]'),
    population: p.integer(),
  },
});

/** The tenants: 1 to 12 are the regions, 0 is the nation. */
export const RegionTable = defineEntity({
  name: 'RegionTable',
  tableName: 'region',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    code: p.text().unique(),
    iso: p.text().unique(),
    ...localizedName,
    nameZgh: p.text(),
    // 'sourced' or 'assumed': only two of the Amazigh names were confirmed by a source.
    nameZghMark: p.text(),
    population: p.integer(),
  },
});
