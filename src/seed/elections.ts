import { REFERENCE_DAY } from './calendar.ts';

const MOST_VOTERS = 500;
/** Registered and practising a profession of the class in the province of the body `b`. */
const ELIGIBLE = `a.region_id = b.region_id and a.province_id = b.province_id and a.register_state = 'REGISTERED' and a.practising
       and a.profession_id in (select c.profession_id from body_class_profession c where c.body_class_id = b.body_class_id)`;
/** How the delegates of the bodies of a region are shared out, and how many they are. */
const SHARES = `
   with base as (
     select p.region_id, p.body_class_id, sum(q.delegates)::int as delegates,
       jsonb_agg(jsonb_build_object('unit', p.province_id, 'members', q.members, 'delegates', q.delegates) order by p.province_id) as shares
     from body p cross join lateral (
       select (select count(*) from artisan t where t.region_id = p.region_id and t.body_id = p.id) as members,
         (select count(*) from delegate d where d.region_id = p.region_id and d.body_id = p.id) as delegates
     ) q
     where p.level = 'PROVINCIAL' and p.state = 'ACTIVE' group by p.region_id, p.body_class_id
   )`;

const ELECTIONS: readonly string[] = [
  `update committee k set present = (
     select ceil(count(*) * 0.75)::int from committee_member m where m.region_id = k.region_id and m.committee_id = k.id
   ) where k.state in ('STATUTES_DRAFTED', 'DISCHARGED')`,
  `${SHARES}
   insert into election (region_id, body_id, province_id, kind, state, called_on, held_on, electors, shares, turnout, blank, term_ends_on)
   select b.region_id, b.id, b.province_id, 'BOARD', 'CLOSED', a.called_on, a.held_on, n.electors,
     case when b.level <> 'PROVINCIAL' then s.shares end, least(a.present, n.electors, ${String(MOST_VOTERS)}), 0,
     (a.held_on + interval '6 years')::date
   from body b join founding_assembly a on a.region_id = b.region_id and a.body_id = b.id and a.state = 'HELD'
   left join base s on s.region_id = b.region_id and s.body_class_id = b.body_class_id
   cross join lateral (
     select case when b.level = 'PROVINCIAL' then (select count(*)::int from artisan a where ${ELIGIBLE}) else s.delegates end as electors
   ) n
   where b.state <> 'DISSOLVED' order by b.region_id, b.id`,
  `${SHARES}
   insert into election (region_id, body_id, province_id, kind, state, called_on, held_on, electors, shares, turnout, blank, term_ends_on)
   select b.region_id, b.id, b.province_id, 'DELEGATES', 'CLOSED', b.founded_on, d.elected_on, n.electors,
     case when b.level <> 'PROVINCIAL' then s.shares end,
     greatest(least(ceil(n.electors * 0.6)::int, ${String(MOST_VOTERS)}), 1), 0, d.term_ends_on
   from body b
   join lateral (
     select elected_on, term_ends_on from delegate d where d.region_id = b.region_id and d.body_id = b.id limit 1
   ) d on true
   left join base s on s.region_id = b.region_id and s.body_class_id = b.body_class_id
   cross join lateral (
     select case when b.level = 'PROVINCIAL'
       then (select count(*)::int from artisan a where a.region_id = b.region_id and a.body_id = b.id) else s.delegates end as electors
   ) n
   order by b.region_id, b.id`,
  `insert into candidacy (region_id, election_id, province_id, office_id, artisan_region_id, artisan_id, name_ar, name_latin,
     sex, votes, elected)
   select s.region_id, e.id, s.province_id, s.office_id, s.artisan_region_id, s.artisan_id, s.name_ar, s.name_latin, s.sex,
     greatest(e.turnout - s.office_id, 1), true
   from seat s join election e on e.region_id = s.region_id and e.body_id = s.body_id and e.kind = 'BOARD'
   where s.artisan_id is not null order by s.region_id, e.id, s.id`,
  `insert into candidacy (region_id, election_id, province_id, office_id, artisan_region_id, artisan_id, name_ar, name_latin,
     sex, votes, elected)
   select d.region_id, e.id, d.province_id, null, d.artisan_region_id, d.artisan_id, d.name_ar, d.name_latin, d.sex,
     greatest(e.turnout - row_number() over (partition by d.region_id, d.body_id order by d.id), 1), true
   from delegate d join election e on e.region_id = d.region_id and e.body_id = d.body_id and e.kind = 'DELEGATES'
   order by d.region_id, e.id, d.id`,
  // Who has left a seat that is vacant now.
  `insert into candidacy (region_id, election_id, province_id, office_id, artisan_region_id, artisan_id, name_ar, name_latin,
     sex, votes, elected)
   select s.region_id, e.id, s.province_id, s.office_id, v.region_id, v.id, v.name_ar, v.name_latin, v.sex,
     greatest(e.turnout - s.office_id, 1), true
   from seat s join election e on e.region_id = s.region_id and e.body_id = s.body_id and e.kind = 'BOARD'
   join body b on b.region_id = s.region_id and b.id = s.body_id
   cross join lateral (
     select a.* from artisan a where ${ELIGIBLE} and a.sex is not null and not exists (
       select from candidacy c where c.region_id = e.region_id and c.election_id = e.id and c.artisan_id = a.id)
     order by a.id desc limit 1
   ) v
   where s.artisan_id is null order by s.region_id, e.id, s.id`,
  // Who has voted: those who stand, and others of the electorate, as many as the turnout says.
  `insert into ballot (region_id, election_id, province_id, artisan_region_id, artisan_id)
   select e.region_id, e.id, e.province_id, v.region_id, v.id
   from election e join body b on b.region_id = e.region_id and b.id = e.body_id
   cross join lateral (
     select a.region_id, a.id from artisan a
     left join candidacy c on c.region_id = e.region_id and c.election_id = e.id and c.artisan_id = a.id
     where ${ELIGIBLE} and (e.kind = 'BOARD' or a.body_id = b.id)
     order by c.id is null, a.id limit e.turnout
   ) v
   where b.level = 'PROVINCIAL' order by e.region_id, e.id, v.id`,
  `insert into ballot (region_id, election_id, province_id, artisan_region_id, artisan_id)
   select e.region_id, e.id, e.province_id, v.artisan_region_id, v.artisan_id
   from election e join body b on b.region_id = e.region_id and b.id = e.body_id
   cross join lateral (
     select d.artisan_region_id, d.artisan_id
     from delegate d join body p on p.region_id = d.region_id and p.id = d.body_id
     left join candidacy c on c.region_id = e.region_id and c.election_id = e.id and c.artisan_id = d.artisan_id
     where p.region_id = b.region_id and p.body_class_id = b.body_class_id and p.level = 'PROVINCIAL' and p.state = 'ACTIVE'
     order by c.id is null, d.id limit e.turnout
   ) v
   where b.level <> 'PROVINCIAL' order by e.region_id, e.id, v.artisan_id`,
];

/**
 * What follows from boards, delegates and sessions that are loaded: the elections that filled them, and who came to the sessions.
 * Who is seated or sent was elected, in the order of the seats; who else stood is not invented.
 */
export const FOLLOWING_ROWS: readonly string[] = [
  ...ELECTIONS,
  `insert into outreach_attendance (region_id, session_id, province_id, profession_id, women, men)
   select s.region_id, s.id, s.province_id, c.profession_id, s.women_attendees, s.attendees - s.women_attendees
   from outreach_session s
   join (select body_class_id, min(profession_id) as profession_id from body_class_profession group by 1) c using (body_class_id)
   where s.state = 'HELD' and s.women_attendees is not null order by s.region_id, s.id`,
  `insert into outreach_reach (region_id, session_id, province_id, artisan_region_id, artisan_id)
   select s.region_id, s.id, s.province_id, s.region_id, r.id
   from outreach_session s cross join lateral (
     select t.id from artisan t
     where t.region_id = s.region_id and t.province_id = s.province_id
       and t.profession_id in (select profession_id from body_class_profession c where c.body_class_id = s.body_class_id)
     order by t.id limit 5
   ) r where s.state = 'HELD' order by s.region_id, s.id, r.id`,
  `insert into meeting_decision (region_id, meeting_id, province_id, text_ar, text_fr, owner, due_on)
   select m.region_id, m.id, m.province_id, 'تتبع تنفيذ البرنامج الزمني', 'Suivre le calendrier', 'Direction régionale',
     m.held_on + 60
   from meeting m where m.state = 'HELD' order by m.region_id, m.id`,
  // Two problems of the register in each province: one that waits, and one that was resolved.
  `insert into register_issue (region_id, province_id, kind, state, artisan_region_id, artisan_id, description, opened_on,
     assignee, due_on, closed_on, resolution)
   select a.region_id, p.id, k.kind, k.state, a.region_id, a.id, k.description, date '${REFERENCE_DAY}' - k.since,
     k.assignee, date '${REFERENCE_DAY}' - k.since + 30,
     case when k.state = 'RESOLVED' then date '${REFERENCE_DAY}' - k.since + 12 end, k.resolution
   from (values
     (1, 'DOCUMENTS', 'ASSIGNED', 'شهادة مزاولة النشاط غير مرفقة', 40, 'المديرية الإقليمية', null),
     (2, 'CARD', 'RESOLVED', 'خطأ في اسم البطاقة المهنية', 60, 'الغرفة الجهوية', 'أعيد طبع البطاقة')
   ) as k (nth, kind, state, description, since, assignee, resolution)
   cross join province p
   join lateral (
     select x.region_id, x.id from artisan x where x.region_id = p.region_id and x.province_id = p.id
     order by x.id offset k.nth - 1 limit 1
   ) a on true
   order by p.region_id, p.id, k.nth`,
  // A person of the next region is offered to each province; each side is a row of its region, under the same number.
  `with place as (
     select p.region_id, p.id, p.region_id % 12 + 1 as from_region_id,
       row_number() over (partition by p.region_id order by p.id) as nth from province p
   ), offer as (
     select a.region_id, a.province_id, a.id, a.profession_id, a.name_ar, a.name_latin,
       p.region_id as to_region_id, p.id as to_province_id, row_number() over (order by p.region_id, p.id)::int as place
     from place p join lateral (
       select * from artisan x where x.region_id = p.from_region_id and x.register_state = 'REGISTERED' and x.body_id is null
         and not exists (select from committee_member m where m.region_id = x.region_id and m.artisan_id = x.id)
       order by x.id desc offset p.nth - 1 limit 1
     ) a on true
   )
   insert into hand_over (region_id, id, number, direction, state, province_id, other_region_id, other_province_id,
     artisan_region_id, artisan_id, profession_id, name_ar, name_latin, offered_on)
   select region_id, 2 * place - 1, place, 'OUTGOING', 'OFFERED', province_id, to_region_id, to_province_id,
     region_id, id, profession_id, name_ar, name_latin, date '${REFERENCE_DAY}' - 7 from offer
   union all
   select to_region_id, 2 * place, place, 'INCOMING', 'OFFERED', to_province_id, region_id, province_id,
     region_id, id, profession_id, name_ar, name_latin, date '${REFERENCE_DAY}' - 7 from offer
   order by 1, 2`,
];
