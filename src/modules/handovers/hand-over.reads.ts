import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { ColumnsOf } from '../../platform/postgres/columns.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import type { HandOverTable } from './hand-over.table.ts';
import type { HandOverListArgs, HandOver } from './hand-over.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

const HAND_OVER_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  direction: 't.direction',
  state: 't.state',
  otherRegionId: 't.other_region_id',
  otherProvinceId: 't.other_province_id',
  number: 't.number',
  artisanRegionId: 't.artisan_region_id',
  artisanId: 't.artisan_id',
  professionId: 't.profession_id',
  nameAr: 't.name_ar',
  nameLatin: 't.name_latin',
  offeredOn: 't.offered_on',
  decidedOn: 't.decided_on',
  reason: 't.reason',
  version: 't.version',
} as const satisfies ColumnsOf<typeof HandOverTable, HandOver>;

/** How one side of a hand-over is changed. */
export const HAND_OVER: EntityMapping<HandOver> = { type: 'HandOver', table: 'hand_over', columns: HAND_OVER_COLUMNS };

const columns: Record<string, string> = { ...HAND_OVER_COLUMNS, __typename: `'HandOver'` };
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

export function handOversOf(scope: TenantScope, args: HandOverListArgs): LazyConnection<HandOver> {
  const { states: state, offeredOn } = args.filter ?? {};
  const where = [...oneOf({ state }), ...inRanges({ offeredOn: ['offered_on', offeredOn] })];
  const spec = {
    table: 'hand_over',
    columns,
    anchor: null,
    ordering: BY_ID,
    where,
    cut: JSON.stringify(args.filter ?? {}),
  };
  return listOf<HandOver>(scope, { ...spec, anchors: visibleAnchors(scope, EVERYWHERE) }, args);
}

export const handOversByIds: Batch<number, HandOver | null> = rowsByIds('hand_over', columns);
