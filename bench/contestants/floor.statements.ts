/**
 * The statements of the floor: each reads everything of one reply at once, in the order of its columns. Limits are written
 * out: one that the planner does not know is taken for a tenth of the table, and then a whole region is sorted for a page.
 */
const COLUMNS = `t.id, t.register_number, t.name_ar, t.name_latin, t.kind, t.sex, t.register_state, t.registered_on,
  t.profession_id, t.province_id`;

/** $1 region, $2 the artisan before the first one. */
export const pageStatement = (limit: number): string => `
  select ${COLUMNS} from artisan t where t.region_id = $1 and t.id > $2 order by t.id limit ${String(limit)}`;

const startsWith = (column: string): string => `t.${column} >= $2 and t.${column} < $2 || U&'\\+10FFFF'`;
const found = (column: string, condition: string, limit: string): string => `
  (select ${COLUMNS}, t.${column} as place from artisan t
   where t.region_id = k.region and ${condition} order by t.${column}, t.id limit ${limit})`;

/** $1 regions in sight, $2 the beginning of a name. */
export const searchStatement = (limit: number): string => `
  select x.* from unnest($1::smallint[]) as k (region)
  cross join lateral (
    ${found('search_ar', startsWith('search_ar'), String(limit))}
    union all
    ${found('search_ar_turned', `${startsWith('search_ar_turned')} and not (${startsWith('search_ar')})`, String(limit))}
  ) x
  order by x.place, x.id limit ${String(limit)}`;

/** $1 region: a row for each member. */
export const committeesStatement = (limit: number, members: number): string => `
  select k.id, k.level, k.state, k.planned_on, k.formed_on, k.body_class_id, m.name_ar, m.name_latin, m.capacity, m.chair,
    m.joined_on
  from (
    select t.id, t.level, t.state, t.planned_on, t.formed_on, t.body_class_id from committee t
    where t.region_id = $1 order by t.id limit ${String(limit)}
  ) k
  left join lateral (
    select t.id, t.name_ar, t.name_latin, t.capacity, t.chair, t.joined_on from committee_member t
    where t.region_id = $1 and t.committee_id = k.id order by t.id limit ${String(members)}
  ) m on true
  order by k.id, m.id`;
