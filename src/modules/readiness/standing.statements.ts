/**
 * What stands about a body `b`: its latest committee `c` and assembly `a`, its board `s`, and in `x` how delegates are shared out by the latest election of a
 * board above the province. A committee that was
 * discharged has founded a body: it counts for that one, and for none that is prepared in its place.
 */
export const STANDING = `
  left join lateral (
    select count(m.id) as members, count(m.id) filter (where m.capacity = 'ARTISAN') as artisans
    from committee_member m
    where m.region_id = b.region_id and m.committee_id = (
      select k.id from committee k
      where k.region_id = b.region_id and k.body_class_id = b.body_class_id and k.level = b.level
        and k.province_id is not distinct from b.province_id and k.state not in ('PLANNED', 'FAILED')
        and (k.state <> 'DISCHARGED' or b.founded_on is not null)
      order by k.id desc limit 1)
  ) c on true
  left join lateral (
    select f.* from founding_assembly f
    where f.region_id = b.region_id and f.body_id = b.id and f.state <> 'CANCELLED'
    order by f.held_on desc, f.id desc limit 1
  ) a on true
  cross join lateral (
    select count(*)::int as filled from seat t
    where t.region_id = b.region_id and t.body_id = b.id and t.name_ar is not null
  ) s
  left join lateral (
    select e.shares from election e
    where e.region_id = b.region_id and e.body_id = b.id and e.kind = 'BOARD' and e.state <> 'CANCELLED'
      and b.level <> 'PROVINCIAL'
    order by e.id desc limit 1
  ) x on true`;
