import type { ReferenceSource } from '../../platform/tenancy/reference.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { queriesOn, type QueryRunner } from '../../platform/postgres/sql.ts';
import { localizedNameOf } from '../../platform/graphql/localized-name.type.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { domainError } from '../../platform/errors/domain-error.ts';
import { asciiDigits } from '../../platform/lib/texts.ts';
import { TERRITORY } from './territory.reasons.ts';
import type { InstitutionKind, ProvinceKind } from './territory.rules.ts';
import type { InstitutionTable, ProvinceTable, RegionTable } from './territory.table.ts';
import type { Institution, Nation, Province, Region } from './territory.type.ts';

interface Named {
  id: number;
  nameAr: string;
  nameFr: string;
  nameEn: string;
}
interface RegionRow extends Named {
  code: string;
  iso: string;
  nameZgh: string;
  nameZghMark: string;
  population: number;
}
interface ProvinceRow extends Named {
  regionId: number;
  code: string;
  iso: string;
  kind: ProvinceKind;
  aliasesAr: string[];
  population: number;
}
interface InstitutionRow extends Named {
  regionId: number;
  provinceId: number | null;
  kind: InstitutionKind;
}

const db = queriesOn<typeof RegionTable | typeof ProvinceTable | typeof InstitutionTable>();

const NAMED = ['id', 'name_ar as nameAr', 'name_fr as nameFr', 'name_en as nameEn'] as const;
const NATION = 0;

export interface TerritoryReference {
  readonly nation: Nation;
  readonly regions: readonly Region[];
  readonly provinces: readonly Province[];
  readonly institutions: readonly Institution[];
  readonly regionById: ReadonlyMap<number, Region>;
  readonly provinceById: ReadonlyMap<number, Province>;
  readonly byCode: ReadonlyMap<string, Nation | Region | Province>;
}

const nationFrom = (row: RegionRow): Nation => ({
  ...{ __typename: 'Nation' },
  id: globalId('Nation', NATION),
  code: row.iso,
  name: localizedNameOf(row),
  population: row.population,
  place: { regionId: null, provinceId: null },
});

const regionFrom = (row: RegionRow): Region => ({
  ...{ __typename: 'Region' },
  id: globalId('Region', row.id),
  code: row.iso,
  hcpCode: row.code,
  name: localizedNameOf(row),
  nameAmazigh: row.nameZgh,
  nameAmazighSourced: row.nameZghMark === 'REPORTED',
  population: row.population,
  regionId: row.id,
  place: { regionId: row.id, provinceId: null },
});

const provinceFrom = (row: ProvinceRow): Province => ({
  ...{ __typename: 'Province' },
  id: globalId('Province', row.id),
  code: row.iso,
  hcpCode: row.code,
  name: localizedNameOf(row),
  aliases: row.aliasesAr,
  kind: row.kind,
  population: row.population,
  regionId: row.regionId,
  provinceId: row.id,
  place: { regionId: row.regionId, provinceId: row.id },
});

const institutionFrom = (row: InstitutionRow): Institution => ({
  ...{ __typename: 'Institution' },
  id: globalId('Institution', row.id),
  kind: row.kind,
  name: localizedNameOf(row),
  institutionId: row.id,
  regionId: row.regionId,
  provinceId: row.provinceId,
});

async function loadRows(run: QueryRunner) {
  const regionRows = await run(
    db
      .selectFrom('region')
      .select([...NAMED, 'code', 'iso', 'name_zgh as nameZgh', 'name_zgh_mark as nameZghMark', 'population'])
      .orderBy('id'),
  );
  const provinceRows = await run(
    db
      .selectFrom('province')
      .select([...NAMED, 'region_id as regionId', 'code', 'iso', 'kind', 'aliases_ar as aliasesAr', 'population'])
      .orderBy('region_id')
      .orderBy('id'),
  );
  const institutionRows = await run(
    db
      .selectFrom('institution')
      .select([...NAMED, 'region_id as regionId', 'province_id as provinceId', 'kind'])
      .orderBy('id'),
  );
  return { regionRows, provinceRows, institutionRows };
}

async function load(run: QueryRunner): Promise<TerritoryReference> {
  const { regionRows, provinceRows, institutionRows } = await loadRows(run);
  const [nationRow] = regionRows;
  if (nationRow?.id !== NATION) throw new Error('The table "region" lacks the nation (id 0). Load the reference data.');
  const nation = nationFrom(nationRow);
  const regions = regionRows.slice(1).map(regionFrom);
  const provinces = provinceRows.map(provinceFrom);
  return {
    nation,
    regions,
    provinces,
    institutions: institutionRows.map(institutionFrom),
    regionById: new Map(regions.map((region) => [region.regionId, region])),
    provinceById: new Map(provinces.map((province) => [province.provinceId, province])),
    byCode: new Map([
      [nation.code, nation],
      ...[...regions, ...provinces].flatMap((place) => [[place.code, place] as const, [place.hcpCode, place] as const]),
    ]),
  };
}

export const territorySource: ReferenceSource<TerritoryReference> = { name: 'territory', load };

export const territoryOf = (scope: TenantScope): TerritoryReference => scope.reference(territorySource);

/** The territory of a code, ISO or HCP, in whatever digits it is typed. */
export const territoryAt = (scope: TenantScope, code: string): Nation | Region | Province | undefined =>
  territoryOf(scope).byCode.get(asciiDigits(code));

/** The same; an unknown code is refused with an example. */
export function territoryByCode(scope: TenantScope, code: string, argument: string): Nation | Region | Province {
  const found = territoryAt(scope, code);
  if (found !== undefined) return found;
  throw domainError('BAD_USER_INPUT', { path: argument, reason: TERRITORY.NO_SUCH_TERRITORY, values: { code } });
}

/** The province of a code; a region or the nation is refused. */
export function provinceByCode(scope: TenantScope, code: string, argument: string): Province {
  const found = territoryByCode(scope, code, argument);
  if ('aliases' in found) return found;
  throw domainError('BAD_USER_INPUT', { path: argument, reason: TERRITORY.NO_PROVINCE, values: { code } });
}

export const regionOf = (scope: TenantScope, regionId: number): Region | null =>
  territoryOf(scope).regionById.get(regionId) ?? null;

export const provinceOf = (scope: TenantScope, provinceId: number | null): Province | null =>
  provinceId === null ? null : (territoryOf(scope).provinceById.get(provinceId) ?? null);

/** The territory of a row: its province, else its region, else the nation. */
export const territoryOfRow = (
  scope: TenantScope,
  row: { regionId: number; provinceId: number | null },
): Nation | Region | Province =>
  provinceOf(scope, row.provinceId) ?? regionOf(scope, row.regionId) ?? territoryOf(scope).nation;

/** The level of a body that stands for a place. */
export const levelAt = ({ regionId, provinceId }: TerritoryScope): 'NATIONAL' | 'REGIONAL' | 'PROVINCIAL' => {
  if (regionId === null) return 'NATIONAL';
  return provinceId === null ? 'REGIONAL' : 'PROVINCIAL';
};
