import { sql, type RawBuilder } from 'kysely';
import type { Kind } from '../../access/kind.ts';
import type { Batch, Scope } from '../../access/scope.ts';
import { mustHave } from '../../access/viewer.ts';
import { selectList } from '../../database/columns.ts';
import type { Anchor } from '../../database/page.ts';
import { listOf, type List } from '../../graphql/list.ts';
import { rowsByIds } from '../../graphql/rows.ts';
import { anchorsIn, EVERYWHERE, type Place } from '../../graphql/sight.ts';
import { bodyClassByCode } from '../professions/index.ts';
import { levelAt, territoryByCode } from '../territory/index.ts';
import type { BodyListArgs } from './body.args.ts';
import type { Body } from './body.type.ts';

type Row = Omit<Body, 'id'> & { id: number };

const BODY_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  bodyClassId: 't.body_class_id',
  level: 't.level',
  state: 't.state',
  foundedOn: 't.founded_on',
  approvedOn: 't.approved_on',
  suspendedOn: 't.suspended_on',
  dissolvedOn: 't.dissolved_on',
  statutesAdoptedOn: 't.statutes_adopted_on',
  version: 't.version',
} as const satisfies Record<keyof Row, string>;

const columns: Record<string, string> = { ...BODY_COLUMNS, __typename: `'Body'` };
const SELECTED = selectList(columns);

/** How a body is changed. */
export const BODY: Kind<Body> = { type: 'Body', table: 'body', columns: BODY_COLUMNS };

const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

function conditionsOf(scope: Scope, filter: BodyListArgs['filter']): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (filter?.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    where.push(sql`t.body_class_id = ${bodyClassId}`);
  }
  if (filter?.level) where.push(sql`t.level = ${filter.level}`);
  if (filter?.state) where.push(sql`t.state = ${filter.state}`);
  return where;
}

export function bodiesIn(scope: Scope, place: Place, args: BodyListArgs): List<Body> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const descending = args.orderBy?.direction === 'DESC';
  const ordering = { ...BY_ID, name: descending ? 'ID:DESC' : 'ID', descending };
  const where = conditionsOf(scope, args.filter);
  const spec = { table: 'body', columns, anchor, ordering, where, cut: JSON.stringify(args.filter ?? {}) };
  return listOf<Body>(scope, { ...spec, anchors: anchorsIn(scope, place) }, args);
}

export function bodiesOf(scope: Scope, args: BodyListArgs): List<Body> {
  const code = args.filter?.territory;
  return bodiesIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

export const bodiesByIds: Batch<number, Body | null> = rowsByIds('body', columns);

/** The live body of a class in a territory; null where there is none in sight. */
export async function bodyOf(scope: Scope, bodyClass: string, territory: string): Promise<Body | null> {
  mustHave(scope.viewer, 'READ_RECORDS');
  const { bodyClassId } = bodyClassByCode(scope, bodyClass, 'bodyClass');
  const { place } = territoryByCode(scope, territory, 'territory');
  const regionId = place.regionId ?? 0;
  const [row] = await scope.rows<Body>(sql`
    select ${SELECTED} from body t
    where t.region_id = ${regionId} and coalesce(t.province_id, 0) = ${place.provinceId ?? 0}
      and t.level = ${levelAt(place)} and t.body_class_id = ${bodyClassId} and t.state <> 'DISSOLVED'`);
  return row ?? null;
}

const BELOW = { PROVINCIAL: null, REGIONAL: 'PROVINCIAL', NATIONAL: 'REGIONAL' } as const;

/** The live bodies on which others rest: of the same class, one level down, as far as they are in sight. */
export const basesOf: Batch<Body, Body[]> = async (scope, bodies) => {
  const above = bodies.filter(({ level }) => level !== 'PROVINCIAL');
  if (above.length === 0) return bodies.map(() => []);
  const regions = [...new Set(above.flatMap((body) => regionsBelow(scope, body)))];
  const classes = [...new Set(above.map(({ bodyClassId }) => bodyClassId))];
  const levels = [...new Set(above.map(({ level }) => BELOW[level]))];
  const rows = await scope.rows<Body>(sql`
    select ${SELECTED} from body t
    where t.region_id = any(${regions}::smallint[]) and t.body_class_id = any(${classes}::smallint[])
      and t.level = any(${levels}::text[]) and t.state <> 'DISSOLVED'
    order by t.region_id, t.province_id, t.id`);
  return bodies.map((body) =>
    rows.filter(
      (row) =>
        row.bodyClassId === body.bodyClassId &&
        row.level === BELOW[body.level] &&
        (body.level === 'NATIONAL' || row.regionId === body.regionId),
    ),
  );
};

const regionsBelow = (scope: Scope, body: Body): readonly number[] =>
  body.level === 'NATIONAL' ? scope.viewer.grants.records.regions : [body.regionId];

const ABOVE = { PROVINCIAL: 'REGIONAL', REGIONAL: 'NATIONAL', NATIONAL: null } as const;
const regionAbove = (body: Body): number => (body.level === 'PROVINCIAL' ? body.regionId : 0);

/** The live body above: of the same class, one level up. */
export const abovesOf: Batch<Body, Body | null> = async (scope, bodies) => {
  const below = bodies.filter(({ level }) => level !== 'NATIONAL');
  if (below.length === 0) return bodies.map(() => null);
  const keys: Anchor[] = below.map((body) => ({ regionId: regionAbove(body), value: body.bodyClassId }));
  const rows = await scope.rows<Body>(sql`
    select ${SELECTED} from body t
    where t.region_id = any(${keys.map(({ regionId }) => regionId)}::smallint[])
      and t.body_class_id = any(${keys.map(({ value }) => value)}::smallint[])
      and t.level <> 'PROVINCIAL' and t.state <> 'DISSOLVED'`);
  return bodies.map(
    (body) =>
      rows.find(
        (row) =>
          row.bodyClassId === body.bodyClassId && row.level === ABOVE[body.level] && row.regionId === regionAbove(body),
      ) ?? null,
  );
};
