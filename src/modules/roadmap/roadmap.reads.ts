import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import { expression, type ColumnsOf } from '../../platform/postgres/columns.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { LOCALIZED_NAME_SQL } from '../../platform/graphql/localized-name.type.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { today } from '../../platform/lib/dates.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import type { MilestoneTable, PhaseTable } from './roadmap.table.ts';
import {
  MilestoneOrder,
  type MilestoneFilter,
  type MilestoneListArgs,
  type Milestone,
  type Phase,
} from './roadmap.type.ts';
import { inRanges } from '../../platform/graphql/filter.input.ts';

const MILESTONE_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  bodyClassId: 't.body_class_id',
  phaseId: 't.phase_id',
  name: expression(LOCALIZED_NAME_SQL),
  plannedOn: 't.planned_on',
  actualOn: 't.actual_on',
  version: 't.version',
} as const satisfies ColumnsOf<typeof MilestoneTable, Milestone>;

/** How it is changed. */
export const MILESTONE: EntityMapping<Milestone> = {
  type: 'Milestone',
  table: 'milestone',
  columns: MILESTONE_COLUMNS,
  writeOnly: { nameAr: 't.name_ar', nameFr: 't.name_fr', nameEn: 't.name_en' } satisfies ColumnsOf<
    typeof MilestoneTable,
    Record<'nameAr' | 'nameFr' | 'nameEn', string>
  >,
};

const milestoneColumns: Record<string, string> = { ...MILESTONE_COLUMNS, __typename: `'Milestone'` };

// As in `isLate`: the field "isLate" and this filter must say the same.
const lateOn = (day: string): RawBuilder<unknown> => sql`coalesce(t.actual_on, ${day}::date) > t.planned_on`;

function conditionsOf(scope: TenantScope, filter: MilestoneFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (filter.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    where.push(sql`t.body_class_id = ${bodyClassId}`);
  }
  if (typeof filter.isLate === 'boolean') where.push(filter.isLate ? lateOn(today()) : sql`not ${lateOn(today())}`);
  if (typeof filter.reached === 'boolean') {
    where.push(filter.reached ? sql`t.actual_on is not null` : sql`t.actual_on is null`);
  }
  return [...where, ...inRanges({ plannedOn: ['planned_on', filter.plannedOn] })];
}

export function milestonesIn(
  scope: TenantScope,
  place: TerritoryScope,
  args: MilestoneListArgs,
): LazyConnection<Milestone> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const filter = args.filter ?? {};
  const where = conditionsOf(scope, filter);
  const ordering = MilestoneOrder.orderingOf(args.orderBy);
  const spec = { table: 'milestone', columns: milestoneColumns, anchor, ordering, where, cut: JSON.stringify(filter) };
  return listOf<Milestone>(scope, { ...spec, anchors: visibleAnchors(scope, place) }, args);
}

export function milestonesOf(scope: TenantScope, args: MilestoneListArgs): LazyConnection<Milestone> {
  const code = args.filter?.territory;
  return milestonesIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

export function milestonesOfPhase(scope: TenantScope, phase: Phase, args: PageArgs): LazyConnection<Milestone> {
  const anchors = [{ regionId: phase.regionId, value: Number(phase.id) }];
  const ordering = MilestoneOrder.orderingOf(null);
  const spec = { table: 'milestone', columns: milestoneColumns, anchor: 'phase_id', ordering, where: [], cut: '' };
  return listOf<Milestone>(scope, { ...spec, anchors }, args);
}

/** Milestones by number, in any region that the viewer may read; null where there is none. */
export const milestonesByIds: Batch<number, Milestone | null> = rowsByIds('milestone', milestoneColumns);

const PHASE_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  kind: 't.kind',
  waveNumber: 't.wave_id',
  plannedFrom: 't.planned_from',
  plannedTo: 't.planned_to',
  actualFrom: 't.actual_from',
  actualTo: 't.actual_to',
  version: 't.version',
} as const satisfies ColumnsOf<typeof PhaseTable, Phase>;

/** How it is changed. */
export const PHASE: EntityMapping<Phase> = {
  type: 'Phase',
  table: 'phase',
  columns: PHASE_COLUMNS,
};

const phaseColumns: Record<string, string> = { ...PHASE_COLUMNS, __typename: `'Phase'` };
const BY_PLAN = { name: 'PLANNED_FROM', column: 'planned_from', cast: 'date', descending: false } as const;

/** The phases of a territory; a province goes through those of its region. */
export function phasesIn(scope: TenantScope, { regionId }: TerritoryScope, args: PageArgs): LazyConnection<Phase> {
  const spec = { table: 'phase', columns: phaseColumns, anchor: null, ordering: BY_PLAN, where: [], cut: '' };
  return listOf<Phase>(scope, { ...spec, anchors: visibleAnchors(scope, { regionId, provinceId: null }) }, args);
}

/** Phases by number, in any region that the viewer may read; null where there is none. */
export const phasesByIds: Batch<number, Phase | null> = rowsByIds('phase', phaseColumns);
