import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';

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
