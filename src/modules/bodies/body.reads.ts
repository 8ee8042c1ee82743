import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { requireGrant } from '../../platform/auth/viewer.ts';
import { selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import type { Anchor } from '../../platform/postgres/keyset.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { levelAt, territoryByCode } from '../territory/territory.reads.ts';
import type { BodyTable } from './body.table.ts';
import { BodyOrder, type BodyListArgs, type Body } from './body.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

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
} as const satisfies ColumnsOf<typeof BodyTable, Body>;

const columns: Record<string, string> = { ...BODY_COLUMNS, __typename: `'Body'` };
const SELECTED = selectList(columns);

/** How a body is changed. */
export const BODY: EntityMapping<Body> = { type: 'Body', table: 'body', columns: BODY_COLUMNS };

function conditionsOf(scope: TenantScope, filter: BodyListArgs['filter']): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (filter?.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    where.push(sql`t.body_class_id = ${bodyClassId}`);
  }
  const { levels: level, states: state, foundedOn } = filter ?? {};
  return [...where, ...oneOf({ level, state }), ...inRanges({ foundedOn: ['founded_on', foundedOn] })];
}

export function bodiesIn(scope: TenantScope, place: TerritoryScope, args: BodyListArgs): LazyConnection<Body> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const ordering = BodyOrder.orderingOf(args.orderBy);
  const where = conditionsOf(scope, args.filter);
  const spec = { table: 'body', columns, anchor, ordering, where, cut: JSON.stringify(args.filter ?? {}) };
  return listOf<Body>(scope, { ...spec, anchors: visibleAnchors(scope, place) }, args);
}

export function bodiesOf(scope: TenantScope, args: BodyListArgs): LazyConnection<Body> {
  const code = args.filter?.territory;
  return bodiesIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

export const bodiesByIds: Batch<number, Body | null> = rowsByIds('body', columns);

const BELOW = { PROVINCIAL: null, REGIONAL: 'PROVINCIAL', NATIONAL: 'REGIONAL' } as const;

const isBelow = (row: Body, body: Body): boolean =>
  row.bodyClassId === body.bodyClassId &&
  row.level === BELOW[body.level] &&
  (body.level === 'NATIONAL' || row.regionId === body.regionId);

interface Branch {
  readonly regions: readonly number[];
  readonly classes: readonly number[];
  readonly levels: readonly string[];
}

/** Live bodies of some classes and levels, as far as the viewer may read them. */
const liveBodies = (scope: TenantScope, { regions, classes, levels }: Branch): Promise<Body[]> =>
  scope.rows<Body>(sql`
    select ${SELECTED} from body t
    where t.region_id = any(${regions}::smallint[]) and t.body_class_id = any(${classes}::smallint[])
      and t.level = any(${levels}::text[]) and t.state <> 'DISSOLVED'
    order by t.region_id, t.province_id, t.id`);

// The bases of rows that were read together with what stands above them; rows are of one request and its viewer. A loader
// that is primed with them answers with its next batch: the readiness of each level would be read by itself.
const knownBases = new WeakMap<Body, Body[]>();

const regionsBelow = (scope: TenantScope, { level, regionId }: Pick<Body, 'level' | 'regionId'>): readonly number[] =>
  level === 'NATIONAL' ? scope.viewer.grants.records.regions : [regionId];

/** The levels of a tree that is asked for: its own, and as many below it as the bases that stand in one another. */
const levelsOf = (level: Body['level'], bases: number): Body['level'][] => {
  const below = BELOW[level];
  return bases === 0 || below === null ? [level] : [level, ...levelsOf(below, bases - 1)];
};

/** The live body of a class in a territory, with the bases that are asked for below it; null where the viewer may read none. */
export async function bodyOf(
  scope: TenantScope,
  named: { bodyClass: string; territory: string },
  bases: number,
): Promise<Body | null> {
  requireGrant(scope.viewer, 'READ_RECORDS');
  const { bodyClassId } = bodyClassByCode(scope, named.bodyClass, 'bodyClass');
  const { place } = territoryByCode(scope, named.territory, 'territory');
  const [level, regionId, provinceId] = [levelAt(place), place.regionId ?? 0, place.provinceId];
  if (!scope.viewer.grants.records.regions.includes(regionId)) return null;
  const levels = levelsOf(level, bases);
  const regions = levels.length === 1 ? [regionId] : regionsBelow(scope, { level, regionId });
  const rows = await liveBodies(scope, { regions, classes: [bodyClassId], levels });
  for (const row of rows) {
    if (levels.at(-1) !== row.level)
      knownBases.set(
        row,
        rows.filter((other) => isBelow(other, row)),
      );
  }
  return rows.find((row) => row.level === level && row.regionId === regionId && row.provinceId === provinceId) ?? null;
}

const basesOf: Batch<Body, Body[]> = async (scope, bodies) => {
  const above = bodies.filter(({ level }) => level !== 'PROVINCIAL');
  if (above.length === 0) return bodies.map(() => []);
  const rows = await liveBodies(scope, {
    regions: [...new Set(above.flatMap((body) => regionsBelow(scope, body)))],
    classes: [...new Set(above.map(({ bodyClassId }) => bodyClassId))],
    levels: [...new Set(above.flatMap(({ level }) => BELOW[level] ?? []))],
  });
  return bodies.map((body) => rows.filter((row) => isBelow(row, body)));
};

/** The live bodies on which another rests: of the same class, one level down, as far as the viewer may read them. */
export const baseOf = (scope: TenantScope, body: Body): Body[] | Promise<Body[]> =>
  knownBases.get(body) ?? scope.loader(basesOf).load(body);

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
