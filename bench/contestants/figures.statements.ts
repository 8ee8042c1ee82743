// A registrant is represented where a body of the class stands in the province.
const standing = (regions: string): string => `
  select region_id, province_id, body_class_id from body_figure
  where level = 'PROVINCIAL' and bodies_founded + bodies_active > 0 and region_id = ${regions}`;

/** $1 regions in sight: their figures. */
export const NATION = `
  select f.region_id as "regionId", sum(f.registered)::int as registered, sum(f.eligible)::int as eligible,
    sum(f.members)::int as members,
    coalesce(sum(f.eligible) filter (where s.body_class_id is not null), 0)::int as represented,
    sum(f.women)::int as women
  from class_figure f
  left join (${standing('any($1::smallint[])')}) s
    on s.region_id = f.region_id and s.province_id = f.province_id and s.body_class_id = f.body_class_id
  where f.region_id = any($1::smallint[])
  group by f.region_id
  order by f.region_id`;

/** $1 region: the figures of its provinces by body class. */
export const CELLS = `
  select f.province_id as "provinceId", f.body_class_id as "bodyClassId", f.registered, f.eligible, f.members,
    case when s.body_class_id is null then 0 else f.eligible end as represented, f.women
  from class_figure f
  left join (${standing('$1')}) s on s.province_id = f.province_id and s.body_class_id = f.body_class_id
  where f.region_id = $1
  order by f.province_id, f.body_class_id`;

export interface Counts {
  readonly registered: number;
  readonly eligible: number;
  readonly members: number;
  readonly represented: number;
  readonly women: number;
}
export type RegionRow = Counts & { readonly regionId: number };
export type CellRow = Counts & { readonly provinceId: number; readonly bodyClassId: number };
