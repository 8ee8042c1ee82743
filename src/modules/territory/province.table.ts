import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { ProvinceKind } from './territory.rules.ts';

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
