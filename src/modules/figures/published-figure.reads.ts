import type { ReferenceSource } from '../../platform/tenancy/reference.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { queriesOn, type QueryRunner } from '../../platform/postgres/sql.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { territoryOfRow } from '../territory/territory.reads.ts';
import type { PublishedFigureTable } from './figure.table.ts';
import type { PublishedFigure } from './figure.type.ts';

const db = queriesOn<typeof PublishedFigureTable>();

type Row = Omit<PublishedFigure, 'territory'>;

const load = (run: QueryRunner): Promise<Row[]> =>
  run(
    db
      .selectFrom('published_figure')
      .select(['measure', 'region_id as regionId', 'province_id as provinceId', 'value', 'unit'])
      .select(['as_of as asOf', 'note', 'source'])
      .orderBy('region_id')
      .orderBy('province_id', (order) => order.asc().nullsFirst())
      .orderBy('measure')
      .orderBy('as_of')
      .orderBy('id'),
  );

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
