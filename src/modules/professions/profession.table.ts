import { defineEntity, p } from '@mikro-orm/postgresql';
import { localizedName } from '../../platform/postgres/localized-name.columns.ts';
import { SourceStatus } from './profession.rules.ts';

const coded = { id: p.smallint().primary().autoincrement(false), code: p.text().unique(), ...localizedName };

/** Decree 2.21.991, annex: 2 families, 13 sectors, 172 professions. */
export const FamilyTable = defineEntity({ name: 'FamilyTable', tableName: 'family', properties: coded });

export const SectorTable = defineEntity({
  name: 'SectorTable',
  tableName: 'sector',
  indexes: [{ name: 'sector_family', properties: ['familyId'] }],
  properties: { ...coded, familyId: p.smallint() },
});

export const ProfessionTable = defineEntity({
  name: 'ProfessionTable',
  tableName: 'profession',
  indexes: [{ name: 'profession_sector', properties: ['sectorId'] }],
  properties: { ...coded, sectorId: p.smallint() },
});

/** A wave of the roll-out: the body classes that it opens may found bodies from `opensOn` on. */
export const WaveTable = defineEntity({
  name: 'WaveTable',
  tableName: 'wave',
  properties: {
    id: p.smallint().primary().autoincrement(false),
    ...localizedName,
    opensOn: p.date().nullable(),
    closesOn: p.date().nullable(),
    mark: p.enum(() => SourceStatus),
    source: p.text().nullable(),
  },
});

/** Decree 2.21.437, art. 27: the classes for which bodies may be founded. */
export const BodyClassTable = defineEntity({
  name: 'BodyClassTable',
  tableName: 'body_class',
  indexes: [{ name: 'body_class_wave', properties: ['waveId'] }],
  properties: {
    ...coded,
    waveId: p.smallint(),
    mark: p.enum(() => SourceStatus),
    source: p.text().nullable(),
  },
});

/** A profession stands in at most one class: otherwise the figures of the classes would not add up to their total. */
export const BodyClassProfessionTable = defineEntity({
  name: 'BodyClassProfessionTable',
  tableName: 'body_class_profession',
  indexes: [{ name: 'body_class_profession_class', properties: ['bodyClassId'] }],
  properties: { professionId: p.smallint().primary().autoincrement(false), bodyClassId: p.smallint() },
});
