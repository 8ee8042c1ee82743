import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import type { Phase } from './roadmap.type.ts';

type Row = Omit<Phase, 'id'> & { id: number };

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
} as const satisfies Record<keyof Row, string>;

/** How it is changed. */
export const PHASE: EntityMapping<Phase> = {
  type: 'Phase',
  table: 'phase',
  columns: PHASE_COLUMNS,
};

const columns: Record<string, string> = { ...PHASE_COLUMNS, __typename: `'Phase'` };
const BY_PLAN = { name: 'PLANNED_FROM', column: 'planned_from', cast: 'date', descending: false } as const;

/** The phases of a territory; a province goes through those of its region. */
export function phasesIn(scope: TenantScope, { regionId }: TerritoryScope, args: PageArgs): LazyConnection<Phase> {
  const spec = { table: 'phase', columns, anchor: null, ordering: BY_PLAN, where: [], cut: '' };
  return listOf<Phase>(scope, { ...spec, anchors: visibleAnchors(scope, { regionId, provinceId: null }) }, args);
}

/** Phases by number, in any region that the viewer may read; null where there is none. */
export const phasesByIds: Batch<number, Phase | null> = rowsByIds('phase', columns);
