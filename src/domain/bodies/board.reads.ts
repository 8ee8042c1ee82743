import { sql, type RawBuilder } from 'kysely';
import type { Batch, Scope } from '../../access/scope.ts';
import type { Delegate, Seat } from './board.type.ts';
import type { Body, FoundingAssembly } from './body.type.ts';

const HOLDER = sql.raw(`t.id, t.version, t.region_id as "regionId", t.body_id as "bodyId", t.artisan_id as "artisanId",
  t.name_ar as "nameAr", t.name_latin as "nameLatin", t.sex, t.elected_on as "electedOn", t.term_ends_on as "termEndsOn"`);
const SEAT = sql`'Seat' as "__typename", ${HOLDER}, t.office_id as "officeId", t.name_ar is null as vacant from seat t`;
const DELEGATE = sql`'Delegate' as "__typename", ${HOLDER} from delegate t`;
const ASSEMBLY = sql`'FoundingAssembly' as "__typename", t.id, t.version, t.region_id as "regionId", t.body_id as "bodyId",
  t.committee_id as "committeeId", t.state, t.call, t.called_on as "calledOn", t.held_on as "heldOn",
  json_build_object('ar', t.venue_ar, 'fr', t.venue_fr, 'en', t.venue_fr) as venue,
  t.convened, t.present, t.statutes_adopted as "statutesAdopted" from founding_assembly t`;

const below = (bodies: readonly Body[]): RawBuilder<unknown> => sql`
  t.region_id = any(${[...new Set(bodies.map(({ regionId }) => regionId))]}::smallint[])
  and t.body_id = any(${bodies.map(({ id }) => id)}::int[])`;

async function grouped<Row extends { bodyId: number }>(
  scope: Scope,
  bodies: readonly Body[],
  statement: RawBuilder<Row>,
): Promise<Row[][]> {
  const rows = await scope.rows(statement);
  return bodies.map(({ id }) => rows.filter(({ bodyId }) => bodyId === id));
}

export const seatsOf: Batch<Body, Seat[]> = (scope, bodies) =>
  grouped(scope, bodies, sql<Seat>`select ${SEAT} where ${below(bodies)} order by t.office_id, t.id`);

export const delegatesOf: Batch<Body, Delegate[]> = (scope, bodies) =>
  grouped(scope, bodies, sql<Delegate>`select ${DELEGATE} where ${below(bodies)} order by t.id`);

export const assembliesOf: Batch<Body, FoundingAssembly[]> = (scope, bodies) =>
  grouped(scope, bodies, sql<FoundingAssembly>`select ${ASSEMBLY} where ${below(bodies)} order by t.held_on, t.id`);

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

export const seatsByIds: Batch<number, Seat | null> = byIds(SEAT);
export const delegatesByIds: Batch<number, Delegate | null> = byIds(DELEGATE);
export const assembliesByIds: Batch<number, FoundingAssembly | null> = byIds(ASSEMBLY);
