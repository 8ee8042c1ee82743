import { sql } from 'kysely';
import { returningColumns } from '../../platform/postgres/entity-mapping.ts';
import { queriesOn } from '../../platform/postgres/sql.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { ASSEMBLY } from '../bodies/board.reads.ts';
import { BODY } from '../bodies/body.reads.ts';
import type { SeatTable } from '../bodies/body.table.ts';
import { type Body, type FoundingAssembly } from '../bodies/body.type.ts';
import type { BodyFigureTable } from '../figures/figure.table.ts';
import type { OfficeTable } from '../rules/rule.table.ts';

const db = queriesOn<typeof BodyFigureTable | typeof OfficeTable | typeof SeatTable>();

interface Standing {
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly bodyClassId: number;
}

/** The live body of a class in a territory. */
export async function liveBodyAt(scope: TenantScope, at: Standing): Promise<Body | null> {
  const [row] = await scope.rows<Body>(sql`
    select ${returningColumns(BODY)} from body t
    where t.region_id = ${at.regionId} and t.province_id is not distinct from ${at.provinceId}
      and t.body_class_id = ${at.bodyClassId} and t.state <> 'DISSOLVED'`);
  return row ?? null;
}

/** The latest assembly of a body that was not called off. */
export async function latestAssemblyOf(scope: TenantScope, { regionId, id }: Body): Promise<FoundingAssembly | null> {
  const [row] = await scope.rows<FoundingAssembly>(sql`
    select ${returningColumns(ASSEMBLY)} from founding_assembly t
    where t.region_id = ${regionId} and t.body_id = ${id} and t.state <> 'CANCELLED'
    order by t.held_on desc, t.id desc limit 1`);
  return row ?? null;
}

/** The assembly that founds a body: held with quorum. */
export async function foundingAssemblyOf(scope: TenantScope, body: Body): Promise<FoundingAssembly | null> {
  const assembly = await latestAssemblyOf(scope, body);
  return assembly?.state === 'HELD' ? assembly : null;
}

/** Whether the board of a body has a president. */
export async function hasPresident(scope: TenantScope, { regionId, id }: Body): Promise<boolean> {
  const rows = await scope.rows(
    db
      .selectFrom('seat as t')
      .innerJoin('office as o', 'o.id', 't.office_id')
      .select('t.id')
      .where('t.region_id', '=', regionId)
      .where('t.body_id', '=', Number(id))
      .where('o.code', '=', 'PRESIDENT')
      .where('t.name_ar', 'is not', null),
  );
  return rows.length > 0;
}

const BASE = { REGIONAL: 'PROVINCIAL', NATIONAL: 'REGIONAL' } as const;

/** How many delegates the bodies below send; from the figures, which every officer sees whole. */
export async function delegatesBelow(
  scope: TenantScope,
  { level, regionId, bodyClassId }: Body,
): Promise<number | null> {
  if (level === 'PROVINCIAL') return null;
  const below = db
    .selectFrom('body_figure')
    .select(({ fn }) => sql<number>`coalesce(${fn.sum('delegates')}, 0)::int`.as('delegates'))
    .where('level', '=', BASE[level])
    .where('body_class_id', '=', bodyClassId);
  const [row] = await scope.rows(level === 'NATIONAL' ? below : below.where('region_id', '=', regionId));
  return row?.delegates ?? 0;
}
