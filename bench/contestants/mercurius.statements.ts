/** What the resolvers of the hand-made schema read; aliases are the fields, and limits are written out as by the floor. */
export const ARTISAN = `t.id, t.region_id as "regionId", t.province_id as "provinceId", t.profession_id as "professionId",
  t.register_number as "registerNumber", t.kind, t.name_ar as "nameAr", t.name_latin as "nameLatin", t.sex,
  t.register_state as "registerState", t.registered_on as "registeredOn"`;
const NAMED = `id, name_ar as ar, name_fr as fr`;

/** $1 numbers. */
export const BY_ID = {
  region: `select ${NAMED}, iso as code from region where id = any($1::smallint[])`,
  province: `select ${NAMED}, iso as code from province where id = any($1::smallint[])`,
  profession: `select ${NAMED}, code from profession where id = any($1::smallint[])`,
  bodyClass: `select ${NAMED}, code from body_class where id = any($1::smallint[])`,
} as const;

export const REGIONS = `select ${NAMED}, iso as code from region where id > 0 order by id`;
/** $1 code. */
export const REGION_BY_CODE = `select ${NAMED}, iso as code from region where iso = $1`;
/** $1 region. */
export const PROVINCES = `select ${NAMED}, iso as code from province where region_id = $1 order by id`;

/** $1 region. */
export const committeesStatement = (limit: number): string => `
  select t.id, t.region_id as "regionId", t.level, t.state, t.planned_on as "plannedOn", t.formed_on as "formedOn",
    t.body_class_id as "bodyClassId"
  from committee t where t.region_id = $1 order by t.id limit ${String(limit)}`;

/** $1 region, $2 committees. */
export const membersStatement = (limit: number): string => `
  select m.* from unnest($2::int[]) as c (id)
  cross join lateral (
    select t.committee_id as "committeeId", t.name_ar as "nameAr", t.name_latin as "nameLatin", t.capacity, t.chair,
      t.joined_on as "joinedOn"
    from committee_member t where t.region_id = $1 and t.committee_id = c.id order by t.id limit ${String(limit)}
  ) m`;

const BODY = `t.id, t.level, t.state, t.region_id as "regionId", t.province_id as "provinceId", t.body_class_id as "bodyClassId"`;

/** $1 code of a class. */
export const NATIONAL_BODY = `
  select ${BODY} from body t join body_class c on c.id = t.body_class_id
  where t.region_id = 0 and c.code = $1 and t.state <> 'DISSOLVED'`;

/** $1 regions, $2 classes, $3 level. */
export const BASE = `
  select ${BODY} from body t
  where t.region_id = any($1::smallint[]) and t.body_class_id = any($2::smallint[]) and t.level = $3
    and t.state <> 'DISSOLVED'
  order by t.region_id, t.province_id, t.id`;
