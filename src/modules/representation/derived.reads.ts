import {
  peopleCount,
  publicCount,
  type CountFigure as Count,
  malapportionmentOf,
  noRate,
  rateOf,
  type RateFigure,
  type Share,
} from '../figures/disclosure.rules.ts';
import type { BodySums, PeopleSums } from '../figures/measure.reads.ts';
import { anyOf, queriesOn } from '../../platform/postgres/sql.ts';
import type { ClassFigureTable } from '../figures/figure.table.ts';
import type { Representation } from './representation.type.ts';
import { sql } from 'kysely';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { targetsIn } from '../figures/published-figure.reads.ts';
import type { Cut } from './representation.statements.ts';

const db = queriesOn<typeof ClassFigureTable>();

export const people = (of: Representation, name: keyof PeopleSums): Count =>
  peopleCount(of.people?.[name] ?? null, of.seesPeople);
export const bodies = (of: Representation, name: keyof BodySums): Count => publicCount(of.bodies?.[name] ?? null);

/** Bodies that were founded and are not dissolved. */
export const founded = ({ bodies: sums }: Representation): Count =>
  publicCount(sums === null ? null : sums.bodiesFoundedOnly + sums.bodiesActive + sums.bodiesSuspended);

/** Bodies that the programme counts on: planned, on the way, or founded. */
export const expected = ({ bodies: sums }: Representation): Count =>
  publicCount(
    sums === null
      ? null
      : sums.bodiesPlanned +
          sums.bodiesInPreparation +
          sums.bodiesFoundedOnly +
          sums.bodiesActive +
          sums.bodiesSuspended,
  );

// Few women in few seats could identify a person, although boards are public: the same rule holds.
export const seatsHeldByWomen = (of: Representation): Count =>
  peopleCount(of.bodies?.seatsHeldByWomen ?? null, of.seesPeople);

/** Registered people by province, of every profession: what targets are compared with. */
const registeredByProvince: Batch<number, number> = async (scope, provinces) => {
  const rows = await scope.rows(
    db
      .selectFrom('class_figure')
      .select(({ fn }) => ['province_id as provinceId', sql<number>`${fn.sum('registered')}::int`.as('registered')])
      .where('region_id', '=', anyOf(scope.viewer.grants.figures.regions, 'smallint'))
      .where('province_id', '=', anyOf(provinces, 'smallint'))
      .groupBy('province_id'),
  );
  const byProvince = new Map(rows.map((row) => [row.provinceId, row.registered]));
  return provinces.map((provinceId) => byProvince.get(provinceId) ?? 0);
};

const isByPerson = ({ kind, sex, ageBand, registerState }: Cut): boolean =>
  [kind, sex, ageBand, registerState].some(Boolean);

const isCut = (cut: Cut): boolean => cut.professions !== null || cut.bodyClassId !== null || isByPerson(cut);

/** The place of a cell; null where it is cut by more than territory. */
function placeOf({ cut, keys }: Representation, allowed: readonly string[] = []): TerritoryScope | null {
  const { regionId, provinceId, ...rest } = keys;
  const others = Object.keys(rest).filter((name) => DIMENSION_FIELDS.has(name) && !allowed.includes(name));
  if (others.length > 0) return null;
  const [only, second] = cut.regions;
  const cutRegion = second === undefined ? (only ?? null) : null;
  return { regionId: regionId ?? cutRegion, provinceId: (provinceId ?? cut.provinceId) || null };
}
const DIMENSION_FIELDS = new Set([
  'bodyClassId',
  'level',
  'sectorId',
  'professionId',
  'kind',
  'sex',
  'ageBand',
  'registerState',
]);

/** Registered people against the published target, over the provinces for which a target is published. */
export async function completionOf(scope: TenantScope, figures: Representation): Promise<RateFigure> {
  const place = placeOf(figures);
  if (place === null || isCut(figures.cut)) return noRate('NOT_APPLICABLE');
  const targets = targetsIn(scope, place);
  if (targets.size === 0) return noRate('UNKNOWN');
  const provinces = [...targets.keys()];
  const registered = await Promise.all(provinces.map((id) => scope.loader(registeredByProvince).load(id)));
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
  return rateOf(peopleCount(sum(registered), figures.seesPeople), publicCount(sum(targets.values())));
}

type UnitLevel = 'PROVINCIAL' | 'REGIONAL';
interface ShareRow extends Share {
  readonly regionId: number;
  readonly provinceId: number;
  readonly bodyClassId: number;
}

/** Delegates and members of every unit of a level, by class. */
const sharesOf: Batch<UnitLevel, ShareRow[]> = (scope, levels) =>
  Promise.all(
    levels.map((level) => {
      const province = sql.raw(level === 'PROVINCIAL' ? 'f.province_id' : '0');
      return scope.rows<ShareRow>(sql`
        with member as (
          select f.region_id, ${province} as province_id, f.body_class_id, sum(f.members)::int as members
          from class_figure f
          where f.region_id = any(${scope.viewer.grants.figures.regions}::smallint[])
          group by 1, 2, 3
        )
        select d.region_id as "regionId", d.province_id as "provinceId", d.body_class_id as "bodyClassId",
          d.delegates, coalesce(member.members, 0) as members
        from body_figure d
        left join member using (region_id, province_id, body_class_id)
        where d.region_id = any(${scope.viewer.grants.figures.regions}::smallint[]) and d.level = ${level}
          and d.bodies_founded + d.bodies_active + d.bodies_suspended > 0`);
    }),
  );

/** The units of a level within a place and a class; null where the figures are cut by anything else. */
async function unitsIn(scope: TenantScope, figures: Representation, level: UnitLevel): Promise<ShareRow[] | null> {
  const place = placeOf(figures, ['bodyClassId']);
  if (place === null || figures.bodies === null || isByPerson(figures.cut)) return null;
  const bodyClassId = figures.keys.bodyClassId ?? figures.cut.bodyClassId;
  return (await scope.loader(sharesOf).load(level)).filter(
    (unit) =>
      (place.regionId === null || unit.regionId === place.regionId) &&
      (place.provinceId === null || unit.provinceId === place.provinceId) &&
      (bodyClassId === null || unit.bodyClassId === bodyClassId),
  );
}

const membersIn = (units: readonly Share[]): number => units.reduce((sum, { members }) => sum + members, 0);

/** The members for whom a delegate speaks: of the bodies that have elected delegates, and of no other. */
export async function membersPerDelegateIn(scope: TenantScope, figures: Representation): Promise<RateFigure> {
  const { level } = figures.cut;
  if (level !== 'PROVINCIAL' && level !== 'REGIONAL') return noRate('NOT_APPLICABLE');
  const sending = (await unitsIn(scope, figures, level))?.filter(({ delegates }) => delegates > 0);
  if (sending === undefined) return noRate('NOT_APPLICABLE');
  const delegates = sending.reduce((sum, unit) => sum + unit.delegates, 0);
  return rateOf(peopleCount(membersIn(sending), figures.seesPeople), publicCount(delegates));
}

/** How far the delegates of a class are from its members: between the provinces of a region, or between the regions of the nation. */
export async function malapportionmentIn(scope: TenantScope, figures: Representation): Promise<RateFigure> {
  const place = placeOf(figures, ['bodyClassId']);
  const bodyClassId = figures.keys.bodyClassId ?? figures.cut.bodyClassId;
  // Bodies of two classes send delegates to two assemblies: their shares have nothing to do with each other.
  if (place === null || place.provinceId !== null || bodyClassId === null) return noRate('NOT_APPLICABLE');
  const units = await unitsIn(scope, figures, place.regionId === null ? 'REGIONAL' : 'PROVINCIAL');
  if (units === null) return noRate('NOT_APPLICABLE');
  const disclosed = peopleCount(membersIn(units), figures.seesPeople);
  return disclosed.status === 'KNOWN' ? malapportionmentOf(units) : noRate(disclosed.status);
}
