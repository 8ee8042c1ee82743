/** The statements of the floor: each reads everything of one reply at once. */
const COLUMNS = `t.id, t.register_number, t.name_ar, t.name_latin, t.kind, t.sex, t.register_state, t.registered_on,
  t.profession_id, t.province_id`;
const ARTISAN = `t.id, t.register_number as "registerNumber", t.name_ar as "nameAr", t.name_latin as "nameLatin", t.kind, t.sex,
  t.register_state as "registerState", t.registered_on as "registeredOn", f.name_ar as "professionAr",
  f.name_fr as "professionFr", p.name_ar as "provinceAr", p.name_fr as "provinceFr"`;
const NAMES = 'join profession f on f.id = t.profession_id join province p on p.id = t.province_id';

/** $1 region, $2 how many. */
export const PAGE = `
  select ${ARTISAN}
  from (select ${COLUMNS} from artisan t where t.region_id = $1 order by t.id limit $2) t ${NAMES}
  order by t.id`;

/** $1 regions in sight. */
export const FIGURES = `
  select r.iso as code, r.name_ar as "nameAr", r.name_fr as "nameFr", x.registered, x.eligible, x.members, x.represented,
    x.women
  from (
    select f.region_id, sum(f.registered)::int as registered, sum(f.eligible)::int as eligible,
      sum(f.members)::int as members, sum(f.women)::int as women,
      coalesce(sum(f.eligible) filter (where s.profession_id is not null), 0)::int as represented
    from register_figure f
    left join (
      select b.region_id, b.province_id, c.profession_id
      from body_figure b join body_class_profession c on c.body_class_id = b.body_class_id
      where b.level = 'PROVINCIAL' and b.bodies_founded + b.bodies_active > 0 and b.region_id = any($1::smallint[])
    ) s on s.region_id = f.region_id and s.province_id = f.province_id and s.profession_id = f.profession_id
    where f.region_id = any($1::smallint[])
    group by f.region_id
  ) x
  join region r on r.id = x.region_id
  order by r.id`;

/** $1 code of the class, $2 regions in sight. */
export const BODIES = `
  select b.id, b.region_id as "regionId", b.level, b.state, coalesce(p.name_ar, r.name_ar) as ar,
    coalesce(p.name_fr, r.name_fr) as fr
  from body b
  join body_class k on k.id = b.body_class_id
  join region r on r.id = b.region_id
  left join province p on p.id = b.province_id
  where k.code = $1 and b.region_id = any($2::smallint[]) and b.state <> 'DISSOLVED'
  order by b.region_id, b.province_id, b.id`;

const startsWith = (column: string): string => `t.${column} >= $2 and t.${column} < $2 || U&'\\+10FFFF'`;
const found = (column: string, condition: string): string => `
  (select ${COLUMNS}, t.${column} as place from artisan t
   where t.region_id = k.region and ${condition} order by t.${column}, t.id limit $3)`;

/** $1 regions in sight, $2 the beginning of a name, $3 how many. */
export const SEARCH = `
  select ${ARTISAN}, t.place
  from (
    select x.* from unnest($1::smallint[]) as k (region)
    cross join lateral (
      ${found('search_ar', startsWith('search_ar'))}
      union all
      ${found('search_ar_turned', `${startsWith('search_ar_turned')} and not (${startsWith('search_ar')})`)}
    ) x
    order by x.place, x.id limit $3
  ) t ${NAMES}
  order by t.place, t.id`;
