const ARTISAN_IN_SIGHT = [
  'region_id, id, register_number, kind, province_id, profession_id, name_ar, name_latin, search_ar, search_ar_reversed',
  'search_latin, search_latin_reversed, sex, age_band, qualification, practising, worker_count, register_state, applied_on',
  'registered_on, deleted_on, deletion_ground, body_id, member_since',
].join(', ');
// A function that answers rows of a table has to name all of its columns; these the role may not read.
const ARTISAN_OUT_OF_SIGHT =
  'null::date as birth_date, null::text as national_id, null::text as company_id, null::text as phone';

// Where a body of a class stands, so that its people are represented.
const STANDING = `select region_id, province_id, body_class_id from body_figure
  where level = 'PROVINCIAL' and bodies_founded + bodies_active > 0`;

/**
 * What a team with PostGraphile would add to the database for these works, read through the same policies: two views of
 * the figures that are run with the reader's rights, and two functions that are inlined or run with the reader's rights.
 */
export const RIVAL_OBJECTS: readonly string[] = [
  `create view region_figures with (security_invoker = true) as
     select r.id as region_id, r.iso as code, r.name_ar, r.name_fr, x.registered, x.eligible, x.members, x.represented, x.women
     from (
       select f.region_id, sum(f.registered)::int as registered, sum(f.eligible)::int as eligible,
         sum(f.members)::int as members, sum(f.women)::int as women,
         coalesce(sum(f.eligible) filter (where s.body_class_id is not null), 0)::int as represented
       from class_figure f left join (${STANDING}) s using (region_id, province_id, body_class_id)
       group by f.region_id
     ) x join region r on r.id = x.region_id`,
  `create view province_class_figures with (security_invoker = true) as
     select f.region_id, p.iso as province, c.code as body_class, f.registered, f.eligible, f.members,
       case when s.body_class_id is null then 0 else f.eligible end as represented, f.women
     from class_figure f
     join province p on p.id = f.province_id
     left join body_class c on c.id = f.body_class_id
     left join (${STANDING}) s
       on s.region_id = f.region_id and s.province_id = f.province_id and s.body_class_id = f.body_class_id`,
  'grant select on region_figures, province_class_figures to hiraf_figures',
  `create function body_base(b body) returns setof body language sql stable as $$
     select * from body t
     where t.body_class_id = b.body_class_id and t.state <> 'DISSOLVED'
       and t.level = case b.level when 'NATIONAL' then 'REGIONAL' when 'REGIONAL' then 'PROVINCIAL' end
       and (b.level = 'NATIONAL' or t.region_id = b.region_id)
     order by t.region_id, t.province_id, t.id $$`,
  `create function artisans_named(prefix text, most int) returns setof artisan language sql stable rows 20 as $$
     select ${ARTISAN_IN_SIGHT}, ${ARTISAN_OUT_OF_SIGHT}, version, null::text as deletion_reason
     from unnest(app.readable_regions()) as k (region)
     cross join lateral (
       (select t.search_ar as place, ${ARTISAN_IN_SIGHT}, version from artisan t
        where t.region_id = k.region and t.search_ar >= prefix and t.search_ar < prefix || U&'\\+10FFFF'
        order by t.search_ar, t.id limit most)
       union all
       (select t.search_ar_reversed, ${ARTISAN_IN_SIGHT}, version from artisan t
        where t.region_id = k.region and t.search_ar_reversed >= prefix and t.search_ar_reversed < prefix || U&'\\+10FFFF'
          and not (t.search_ar >= prefix and t.search_ar < prefix || U&'\\+10FFFF')
        order by t.search_ar_reversed, t.id limit most)
     ) found
     order by place, id $$`,
  'grant execute on function body_base(body), artisans_named(text, int) to hiraf_figures',
];
