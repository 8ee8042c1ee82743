/**
 * The statements of the floor: each reads everything of one reply at once, in the order of its columns. Limits are written
 * out: one that the planner does not know is taken for a tenth of the table, and then a whole region is sorted for a page.
 */
export const ARTISAN = `t.id, t.register_number, t.name_ar, t.name_latin, t.kind, t.sex, t.register_state, t.registered_on,
  t.profession_id, t.province_id`;

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
