/** The numbers that a statement takes its values from. */
export interface Numbers {
  readonly every: number;
  readonly rest: number;
  readonly salt: number;
  readonly count: number;
}

/** Provinces by number: two of Fès-Meknès (region 3), two of Guelmim-Oued Noun (region 10). */
export const FES = '17';
const [MEKNES, GUELMIM, TAN_TAN] = ['18', '66', '68'];

// Few places, professions and classes, so that the writers of a history meet in the same cells.
const PLACES = `(values (0, 3, ${FES}), (1, 3, ${MEKNES}), (2, 10, ${GUELMIM}), (3, 10, ${TAN_TAN}), (4, 3, ${FES}))
  place (n, region_id, province_id)`;
const STANDINGS = `(values (0, 3, ${FES}, 'PROVINCIAL'), (1, 3, ${MEKNES}, 'PROVINCIAL'), (2, 3, null, 'REGIONAL'),
  (3, 0, null, 'NATIONAL'), (4, 10, ${GUELMIM}, 'PROVINCIAL'), (5, 10, null, 'REGIONAL'))
  standing (n, region_id, province_id, level)`;

/** One of some words, by a number. */
const oneOf = (words: readonly (string | null)[], by: string): string => {
  const listed = words.map((word) => (word === null ? 'null' : `'${word}'`));
  return `(array[${listed.join(', ')}])[1 + (${by}) % ${String(words.length)}]`;
};
const KINDS = ['ARTISAN', 'ARTISAN', 'MASTER', 'COOPERATIVE', 'ENTERPRISE'];
const STATES = ['REGISTERED', 'REGISTERED', 'APPLIED', 'SUSPENDED', 'DELETED'];
const BANDS = ['UNDER_25', 'FROM_25_TO_34', 'FROM_35_TO_44', 'FROM_65'];
const BODY_STATES = ['PLANNED', 'IN_PREPARATION', 'FOUNDED', 'ACTIVE', 'SUSPENDED', 'DISSOLVED'];
const COMMITTEE_STATES = ['PLANNED', 'FORMED', 'STATUTES_DRAFTED', 'DISCHARGED', 'FAILED'];
const SESSION_STATES = ['PLANNED', 'HELD', 'HELD', 'CANCELLED'];
const IS_PERSON = `kind in ('ARTISAN', 'MASTER')`;
const MAY_JOIN = `register_state in ('REGISTERED', 'SUSPENDED')`;

const meant = ({ every, rest }: Numbers, alias = ''): string => `${alias}id % ${String(every)} = ${String(rest)}`;

const insertArtisans = ({ salt, count }: Numbers): string => `
  insert into artisan (region_id, province_id, kind, profession_id, name_ar, name_latin, search_ar, search_latin,
    sex, age_band, birth_date, practising, register_state, applied_on)
  select region_id, province_id, kind, 1 + g % 4, 'اسم', 'Nom', 'اسم', 'nom',
    case when ${IS_PERSON} then ${oneOf(['FEMALE', 'MALE'], 'g / 3')} end,
    case when ${IS_PERSON} then app.age_band(birth_date, 2026) end, case when ${IS_PERSON} then birth_date end,
    g % 3 > 0, ${oneOf(STATES, 'g / 5')}, date '2026-01-01'
  from (
    select *, ${oneOf(KINDS, 'g')} as kind, date '1950-01-01' + (g * 997) % 20000 as birth_date
    from generate_series(${String(salt)}, ${String(salt + 2 * count)}) g join ${PLACES} on n = g % 5
  ) given`;

/** Rows that are there are changed, others are made, by one statement: both transition tables have rows. */
const upsertArtisans = (numbers: Numbers): string => `
  insert into artisan (region_id, id, province_id, kind, profession_id, name_ar, name_latin, search_ar, search_latin,
    practising, register_state, applied_on)
  select region_id, case when g % 2 = 0 then id else nextval('artisan_id_seq') end, province_id, 'COOPERATIVE',
    1 + (profession_id + g) % 4, 'تعاونية', 'Coop', 'تعاونيه', 'coop', true, 'REGISTERED', date '2026-02-02'
  from (select *, row_number() over (order by id)::int as g from artisan where ${meant(numbers)} limit 10) chosen
  on conflict (region_id, id) do update set profession_id = excluded.profession_id, kind = excluded.kind,
    sex = null, age_band = null, birth_date = null, practising = not artisan.practising`;

const mergeArtisans = (numbers: Numbers): string => `
  merge into artisan a using (select region_id, id, kind from artisan where ${meant(numbers)}) m
    on a.region_id = m.region_id and a.id = m.id
  when matched and m.id % 7 = 0 then delete
  when matched then update set practising = not practising, profession_id = 1 + (profession_id + ${String(numbers.salt)}) % 4`;

const insertSeats = (numbers: Numbers): string => `
  insert into seat (region_id, province_id, body_id, office_id, name_ar, name_latin, sex)
  select b.region_id, b.province_id, b.id, 1, case when g % 3 > 0 then 'اسم' end, case when g % 3 > 0 then 'Nom' end,
    case when g % 3 > 0 then ${oneOf(['FEMALE', 'MALE'], 'g + b.id')} end
  from body b cross join generate_series(1, ${String(numbers.count)}) g where ${meant(numbers, 'b.')}`;

const insertDelegates = (numbers: Numbers): string => `
  insert into delegate (region_id, province_id, body_id, artisan_region_id, artisan_id, elected_on, term_ends_on)
  select b.region_id, b.province_id, b.id, a.region_id, a.id, date '2026-03-01', date '2030-03-01'
  from body b left join artisan a on a.region_id = b.region_id and a.body_id = b.id and a.id % 11 = 0
  where ${meant(numbers, 'b.')}`;

const insertStanding = (table: string, states: readonly string[], { salt, count }: Numbers): string => `
  insert into ${table} (region_id, province_id, level, body_class_id, state)
  select region_id, province_id::smallint, level, 1 + (g / 6) % 3, ${oneOf(states, 'g')}
  from generate_series(${String(salt)}, ${String(salt + count)}) g join ${STANDINGS} on n = g % 6
  on conflict do nothing`;

const moved = (table: string, { every, rest, salt }: Numbers): string =>
  `
  update ${table} t set region_id = s.region_id, province_id = s.province_id::smallint, level = s.level,
    body_class_id = 1 + (t.body_class_id + ${String(salt)}) % 3
  from ${STANDINGS} where s.n = (t.id + ${String(salt)}) % 6 and t.id % ${String(every)} = ${String(rest)}`.replaceAll(
    /\bs\./g,
    'standing.',
  );

const insertSessions = ({ salt, count }: Numbers): string => `
  insert into outreach_session (region_id, province_id, campaign_id, body_class_id, kind, state, planned_on, venue_ar,
    venue_fr, attendees)
  select s.region_id, s.province_id::smallint, c.id, nullif(g % 4, 0), 'MEETING', ${oneOf(SESSION_STATES, 'g / 2')},
    date '2026-01-01', 'دار الصانع', 'Maison de l’artisan', nullif(g % 50, 0)
  from generate_series(${String(salt)}, ${String(salt + count)}) g
  join (select * from ${STANDINGS}) s on s.n = g % 6 join campaign c on c.region_id = s.region_id`;

const update = (table: string, change: string): ((numbers: Numbers) => string) => {
  return (numbers) => `update ${table} set ${change.replaceAll('SALT', String(numbers.salt))} where ${meant(numbers)}`;
};
const remove = (table: string): ((numbers: Numbers) => string) => {
  return (numbers) => `delete from ${table} where ${meant({ ...numbers, every: numbers.every * 3 })}`;
};

const STATE = oneOf(STATES, 'id + SALT');
const toOtherBody = (table: string): ((numbers: Numbers) => string) => {
  return (numbers) => `
    update ${table} t set region_id = b.region_id, province_id = b.province_id, body_id = b.id
    from body b where b.id % 5 = ${String(numbers.salt % 5)} and ${meant(numbers, 't.')}`;
};

/** Everything that a writer can do to the rows that are counted, with one statement of one or many rows. */
export const STATEMENTS = {
  insertArtisans,
  upsertArtisans,
  mergeArtisans,
  moveArtisans: ({ salt, ...numbers }) => `
    update artisan a set region_id = place.region_id, province_id = place.province_id, body_id = null, member_since = null
    from ${PLACES} where place.n = (a.id + ${String(salt)}) % 5 and ${meant({ salt, ...numbers }, 'a.')}`,
  changeProfessions: update('artisan', 'profession_id = 1 + (id + SALT) % 4'),
  changeStates: update(
    'artisan',
    `register_state = ${STATE}, body_id = case when ${STATE} in ('REGISTERED', 'SUSPENDED') then body_id end,
      member_since = case when ${STATE} in ('REGISTERED', 'SUSPENDED') then member_since end`,
  ),
  changePractice: update('artisan', 'practising = not practising'),
  changePersons: update(
    'artisan',
    `kind = ${oneOf(['ARTISAN', 'MASTER'], 'id + SALT')}, sex = ${oneOf(['FEMALE', 'MALE', null], 'id / 2 + SALT')},
      age_band = ${oneOf([...BANDS, null], 'id + SALT')}`,
  ),
  joinBodies: (numbers) => `
    update artisan a set body_id = b.id, member_since = date '2026-03-01' from body b
    where b.region_id = a.region_id and b.id % 4 = ${String(numbers.salt % 4)} and ${MAY_JOIN} and ${meant(numbers, 'a.')}`,
  leaveBodies: update('artisan', 'body_id = null, member_since = null'),
  deleteArtisans: remove('artisan'),
  insertBodies: (numbers) => insertStanding('body', BODY_STATES, numbers),
  changeBodies: update(
    'body',
    `state = ${oneOf(BODY_STATES, 'id + SALT')}, approved_on = case when (id + SALT) % 2 = 0 then date '2026-04-01' end`,
  ),
  moveBodies: (numbers) => moved('body', numbers),
  reclassBodies: update('body', 'body_class_id = 1 + (body_class_id + SALT) % 3'),
  deleteBodies: remove('body'),
  insertSeats,
  changeSeats: update(
    'seat',
    `name_ar = ${oneOf(['اسم', null], 'id + SALT')}, sex = ${oneOf(['FEMALE', 'MALE', null], 'id + SALT')}`,
  ),
  moveSeats: toOtherBody('seat'),
  deleteSeats: remove('seat'),
  insertDelegates,
  moveDelegates: toOtherBody('delegate'),
  deleteDelegates: remove('delegate'),
  insertCommittees: (numbers) => insertStanding('committee', COMMITTEE_STATES, numbers),
  changeCommittees: update('committee', `state = ${oneOf(COMMITTEE_STATES, 'id + SALT')}`),
  moveCommittees: (numbers) => moved('committee', numbers),
  deleteCommittees: remove('committee'),
  insertSessions,
  changeSessions: update(
    'outreach_session',
    `state = ${oneOf(SESSION_STATES, 'id + SALT')}, attendees = nullif((id + SALT) % 40, 0),
      province_id = case when region_id = 3 then case when (id + SALT) % 2 = 0 then ${FES} end else province_id end,
      body_class_id = nullif((id + SALT) % 4, 0)`,
  ),
  deleteSessions: remove('outreach_session'),
} as const satisfies Record<string, (numbers: Numbers) => string>;
export type StatementName = keyof typeof STATEMENTS;
