import { sql } from 'kysely';
import { queriesOn } from '../../platform/postgres/sql.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import type { BodyFigureTable, ClassFigureTable } from './figure.table.ts';

/** A body of the base of an assembly: a province below a regional body, a region below the national one. */
export interface BaseBody {
  /** The number of the province or of the region. */
  readonly unit: number;
  readonly members: number;
}

/** A body above the province, by what it stands for; region 0 is the nation. */
export interface Above {
  readonly level: 'PROVINCIAL' | 'REGIONAL' | 'NATIONAL';
  readonly regionId: number;
  readonly bodyClassId: number;
}

const db = queriesOn<typeof BodyFigureTable | typeof ClassFigureTable>();

const activeOf = (bodyClassId: number, level: Above['level']) =>
  db
    .selectFrom('body_figure as b')
    .where('b.level', '=', level)
    .where('b.body_class_id', '=', bodyClassId)
    .where('b.bodies_active', '>', 0);
const MEMBERS = sql<number>`coalesce(sum(c.members), 0)::int`.as('members');

const activeProvinces = ({ regionId, bodyClassId }: Above) =>
  activeOf(bodyClassId, 'PROVINCIAL')
    .leftJoin('class_figure as c', (join) =>
      join
        .onRef('c.region_id', '=', 'b.region_id')
        .onRef('c.province_id', '=', 'b.province_id')
        .onRef('c.body_class_id', '=', 'b.body_class_id'),
    )
    .where('b.region_id', '=', regionId)
    .groupBy('b.province_id')
    .select(['b.province_id as unit', MEMBERS])
    .orderBy('b.province_id');

const activeRegions = ({ bodyClassId }: Above) =>
  activeOf(bodyClassId, 'REGIONAL')
    .leftJoin('class_figure as c', (join) =>
      join.onRef('c.region_id', '=', 'b.region_id').onRef('c.body_class_id', '=', 'b.body_class_id'),
    )
    .groupBy('b.region_id')
    .select(['b.region_id as unit', MEMBERS])
    .orderBy('b.region_id');

/** The active bodies of the base of a body above the province, from the figures, which every officer sees whole. */
export const activeBaseOf = (scope: TenantScope, above: Above): Promise<BaseBody[]> =>
  scope.rows(above.level === 'NATIONAL' ? activeRegions(above) : activeProvinces(above));

/** What a body stands for. */
interface Represented extends Omit<Above, 'level'> {
  readonly provinceId: number | null;
}

/** How many members a body speaks for: its own, or those of the provinces of its region. */
export async function membersOf(scope: TenantScope, body: Represented): Promise<number> {
  const ofClass = db
    .selectFrom('class_figure as c')
    .select(sql<number>`coalesce(sum(c.members), 0)::int`.as('members'))
    .where('c.body_class_id', '=', body.bodyClassId)
    .where('c.region_id', '=', body.regionId);
  const { provinceId } = body;
  const [row] = await scope.rows(provinceId === null ? ofClass : ofClass.where('c.province_id', '=', provinceId));
  return row?.members ?? 0;
}
