import type { ReferenceSource } from '../../platform/tenancy/reference.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { queriesOn, type QueryRunner } from '../../platform/postgres/sql.ts';
import { localizedNameOf } from '../../platform/graphql/localized-name.type.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { asciiDigits } from '../../platform/lib/texts.ts';
import { NOMENCLATURE } from './profession.reasons.ts';
import type * as tables from './profession.table.ts';
import type { BodyClass, Family, Profession, Sector, Wave } from './profession.type.ts';

interface Coded {
  id: number;
  code: string;
  nameAr: string;
  nameFr: string;
  nameEn: string;
}

const db = queriesOn<(typeof tables)[keyof typeof tables]>();

const NAMED = ['id', 'name_ar as nameAr', 'name_fr as nameFr', 'name_en as nameEn'] as const;
const CODED = [...NAMED, 'code'] as const;

export interface Nomenclature {
  readonly families: readonly Family[];
  readonly sectors: readonly Sector[];
  readonly professions: readonly Profession[];
  readonly waves: readonly Wave[];
  readonly bodyClasses: readonly BodyClass[];
  readonly professionById: ReadonlyMap<number, Profession>;
  readonly sectorById: ReadonlyMap<number, Sector>;
  readonly bodyClassById: ReadonlyMap<number, BodyClass>;
  /** profession -> body class */
  readonly classOfProfession: ReadonlyMap<number, number>;
}

const coded = (type: string, row: Coded) => ({
  ...{ __typename: type },
  id: globalId(type, row.id),
  code: row.code,
  name: localizedNameOf(row),
});

async function loadCrafts(run: QueryRunner) {
  const families = await run(db.selectFrom('family').select(CODED).orderBy('id'));
  const sectors = await run(
    db
      .selectFrom('sector')
      .select([...CODED, 'family_id as familyId'])
      .orderBy('id'),
  );
  const professions = await run(
    db
      .selectFrom('profession')
      .select([...CODED, 'sector_id as sectorId'])
      .orderBy('id'),
  );
  return {
    families: families.map((row): Family => ({ ...coded('Family', row), familyId: row.id })),
    sectors: sectors.map((row): Sector => ({ ...coded('Sector', row), sectorId: row.id, familyId: row.familyId })),
    professions: professions.map((row): Profession => ({
      ...coded('Profession', row),
      professionId: row.id,
      sectorId: row.sectorId,
    })),
  };
}

async function loadClasses(run: QueryRunner) {
  const waves = await run(
    db
      .selectFrom('wave')
      .select([...NAMED, 'opens_on as opensOn', 'closes_on as closesOn', 'mark as sourceStatus', 'source'])
      .orderBy('id'),
  );
  const classes = await run(
    db
      .selectFrom('body_class')
      .select([...CODED, 'wave_id as waveId', 'mark as sourceStatus', 'source'])
      .orderBy('id'),
  );
  const pairs = await run(
    db.selectFrom('body_class_profession').select(['profession_id as professionId', 'body_class_id as bodyClassId']),
  );
  return {
    waves: waves.map((row): Wave => {
      const { opensOn, closesOn, sourceStatus, source } = row;
      return { number: row.id, name: localizedNameOf(row), opensOn, closesOn, sourceStatus, source };
    }),
    bodyClasses: classes.map((row): BodyClass => {
      const { sourceStatus, source, waveId } = row;
      return { ...coded('BodyClass', row), sourceStatus, source, waveId, bodyClassId: row.id };
    }),
    classOfProfession: new Map(pairs.map((pair) => [pair.professionId, pair.bodyClassId])),
  };
}

async function load(run: QueryRunner): Promise<Nomenclature> {
  const crafts = await loadCrafts(run);
  const classes = await loadClasses(run);
  return {
    ...crafts,
    ...classes,
    professionById: new Map(crafts.professions.map((profession) => [profession.professionId, profession])),
    sectorById: new Map(crafts.sectors.map((sector) => [sector.sectorId, sector])),
    bodyClassById: new Map(classes.bodyClasses.map((bodyClass) => [bodyClass.bodyClassId, bodyClass])),
  };
}

export const nomenclatureSource: ReferenceSource<Nomenclature> = { name: 'nomenclature', load };

export const nomenclatureOf = (scope: TenantScope): Nomenclature => scope.reference(nomenclatureSource);

function byCode<Row extends { code: string }>(rows: readonly Row[], code: string, argument: string): Row {
  const typed = asciiDigits(code);
  const found = rows.find((row) => row.code === typed);
  if (found !== undefined) return found;
  const examples = rows.slice(0, 3).map((row) => row.code);
  const values = { code, count: rows.length, examples: examples.join(', ') };
  throw domainError('BAD_USER_INPUT', { path: argument, reason: NOMENCLATURE.NO_SUCH_CODE, values });
}

export const bodyClassByCode = (scope: TenantScope, code: string, argument: string): BodyClass =>
  byCode(nomenclatureOf(scope).bodyClasses, code, argument);

export const sectorByCode = (scope: TenantScope, code: string, argument: string): Sector =>
  byCode(nomenclatureOf(scope).sectors, code, argument);

export const professionByCode = (scope: TenantScope, code: string, argument: string): Profession =>
  byCode(nomenclatureOf(scope).professions, code, argument);

export const waveOf = (scope: TenantScope, waveNumber: number): Wave | null =>
  nomenclatureOf(scope).waves.find(({ number }) => number === waveNumber) ?? null;

export const professionOf = (scope: TenantScope, professionId: number): Profession | null =>
  nomenclatureOf(scope).professionById.get(professionId) ?? null;

export const bodyClassOf = (scope: TenantScope, bodyClassId: number | null): BodyClass | null =>
  bodyClassId === null ? null : (nomenclatureOf(scope).bodyClassById.get(bodyClassId) ?? null);

export const bodyClassOfProfession = (scope: TenantScope, professionId: number): BodyClass | null =>
  bodyClassOf(scope, nomenclatureOf(scope).classOfProfession.get(professionId) ?? null);
