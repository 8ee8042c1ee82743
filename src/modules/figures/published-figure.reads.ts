import { sql } from 'kysely';
import type { ReferenceSource } from '../../platform/tenancy/reference.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { QueryRunner } from '../../platform/postgres/sql.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { territoryOfRow } from '../territory/territory.reads.ts';
import type { PublishedFigure } from './figure.type.ts';

type Row = Omit<PublishedFigure, 'territory'>;

const load = (run: QueryRunner): Promise<Row[]> =>
  run<Row>(sql`
    select measure, region_id as "regionId", province_id as "provinceId", value, unit, as_of as "asOf", note, source
    from published_figure order by region_id, province_id nulls first, measure, as_of, id`);

export const publishedSource: ReferenceSource<readonly Row[]> = { name: 'published figures', load };

/** The published figures of a territory itself, not of those within it. */
export const publishedAt = (scope: TenantScope, place: TerritoryScope): PublishedFigure[] =>
  scope
    .reference(publishedSource)
    .filter((row) => row.regionId === (place.regionId ?? 0) && row.provinceId === place.provinceId)
    .map((row) => ({ ...row, territory: territoryOfRow(scope, row) }));

/** The latest published target of each province within a place. */
export function targetsIn(scope: TenantScope, place: TerritoryScope): Map<number, number> {
  const targets = new Map<number, number>();
  for (const row of scope.reference(publishedSource)) {
    if (row.measure !== 'REGISTRATION_TARGET' || row.provinceId === null) continue;
    if (place.regionId !== null && row.regionId !== place.regionId) continue;
    if (place.provinceId !== null && row.provinceId !== place.provinceId) continue;
    // Rows come in the order of their dates, so that the latest one stays.
    targets.set(row.provinceId, row.value);
  }
  return targets;
}
