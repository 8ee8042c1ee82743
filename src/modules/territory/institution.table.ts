import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { InstitutionKind } from './territory.rules.ts';

/** Chambers and directorates: public institutions, so reference data and not behind the wall. */
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
