import { sql, type RawBuilder } from 'kysely';
import { idsOf, regionsOf } from '../../platform/postgres/sql.ts';
import { returningColumns, type EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import { expression, type ColumnsOf } from '../../platform/postgres/columns.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { Delegate, Seat } from './board.type.ts';
import type { DelegateTable, FoundingAssemblyTable, SeatTable } from './body.table.ts';
import type { Body, FoundingAssembly } from './body.type.ts';

const HOLDER = {
  ...{ id: 't.id', version: 't.version', regionId: 't.region_id', provinceId: 't.province_id', bodyId: 't.body_id' },
  ...{
    artisanRegionId: 't.artisan_region_id',
    artisanId: 't.artisan_id',
    nameAr: 't.name_ar',
    nameLatin: 't.name_latin',
  },
  ...{ sex: 't.sex', electedOn: 't.elected_on', termEndsOn: 't.term_ends_on' },
} as const satisfies ColumnsOf<typeof DelegateTable, Delegate>;

const SEAT_COLUMNS = {
  ...HOLDER,
  officeId: 't.office_id',
  isVacant: expression('t.name_ar is null'),
} as const satisfies ColumnsOf<typeof SeatTable, Seat>;

const ASSEMBLY_COLUMNS = {
  ...{ id: 't.id', version: 't.version', regionId: 't.region_id', provinceId: 't.province_id', bodyId: 't.body_id' },
  ...{
    committeeId: 't.committee_id',
    state: 't.state',
    call: 't.call',
    calledOn: 't.called_on',
    scheduledOn: 't.held_on',
    // It has no other day than the one for which it was called.
    heldOn: expression(`case when t.state in ('HELD', 'NO_QUORUM') then t.held_on end`),
  },
  venue: expression(`json_build_object('ar', t.venue_ar, 'fr', t.venue_fr, 'en', t.venue_fr)`),
  ...{ convened: 't.convened', present: 't.present', statutesAdopted: 't.statutes_adopted' },
} as const satisfies ColumnsOf<typeof FoundingAssemblyTable, FoundingAssembly>;

/** How a seat is changed. */
export const SEAT: EntityMapping<Seat> = { type: 'Seat', table: 'seat', columns: SEAT_COLUMNS };
/** How a delegate is changed. */
export const DELEGATE: EntityMapping<Delegate> = { type: 'Delegate', table: 'delegate', columns: HOLDER };
/** How a founding assembly is changed. */
export const ASSEMBLY: EntityMapping<FoundingAssembly> = {
  type: 'FoundingAssembly',
  table: 'founding_assembly',
  columns: ASSEMBLY_COLUMNS,
  writeOnly: { venueAr: 't.venue_ar', venueFr: 't.venue_fr' } satisfies ColumnsOf<
    typeof FoundingAssemblyTable,
    Record<'venueAr' | 'venueFr', string>
  >,
};

const seats = sql`${returningColumns(SEAT)} from seat t`;
const delegates = sql`${returningColumns(DELEGATE)} from delegate t`;
const assemblies = sql`${returningColumns(ASSEMBLY)} from founding_assembly t`;

const below = (bodies: readonly Body[]): RawBuilder<unknown> => sql`
  t.region_id = ${regionsOf(bodies)} and t.body_id = ${idsOf(bodies)}`;

async function grouped<Row extends { bodyId: number }>(
  scope: TenantScope,
  bodies: readonly Body[],
  statement: RawBuilder<Row>,
): Promise<Row[][]> {
  const rows = await scope.rows(statement);
  return bodies.map(({ id }) => rows.filter(({ bodyId }) => bodyId === id));
}

export const seatsOf: Batch<Body, Seat[]> = (scope, bodies) =>
  grouped(scope, bodies, sql<Seat>`select ${seats} where ${below(bodies)} order by t.office_id, t.id`);

export const delegatesOf: Batch<Body, Delegate[]> = (scope, bodies) =>
  grouped(scope, bodies, sql<Delegate>`select ${delegates} where ${below(bodies)} order by t.id`);

export const assembliesOf: Batch<Body, FoundingAssembly[]> = (scope, bodies) =>
  grouped(scope, bodies, sql<FoundingAssembly>`select ${assemblies} where ${below(bodies)} order by t.held_on, t.id`);

function byIds<Row extends { id: string | number }>(select: RawBuilder<unknown>): Batch<number, Row | null> {
  return async (scope, ids) => {
    if (scope.viewer.grants.records.regions.length === 0) return ids.map(() => null);
    const rows = await scope.rows<Row>(sql`
      select ${select}
      where t.region_id = any(${scope.viewer.grants.records.regions}::smallint[]) and t.id = any(${ids}::int[])`);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  };
}

export const seatsByIds: Batch<number, Seat | null> = byIds(seats);
export const delegatesByIds: Batch<number, Delegate | null> = byIds(delegates);
export const assembliesByIds: Batch<number, FoundingAssembly | null> = byIds(assemblies);
