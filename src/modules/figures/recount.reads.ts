import { sql, type RawBuilder } from 'kysely';
import type { QueryRunner } from '../../platform/postgres/sql.ts';

const REGISTERED = `register_state = 'REGISTERED'`;
const count = (condition: string): string => `count(*) filter (where ${condition})`;

/** How each figure table is recomputed from the rows themselves: its keys and its measures. */
interface Recount {
  readonly table: string;
  readonly keys: readonly string[];
  readonly measures: readonly string[];
  readonly counted: string;
}

const PEOPLE = {
  registrants: 'count(*)',
  eligible: count(`${REGISTERED} and practising`),
  members: count('body_id is not null'),
};
const WIDE = {
  ...PEOPLE,
  registered: count(REGISTERED),
  persons: count(`${REGISTERED} and kind in ('ARTISAN', 'MASTER')`),
  women: count(`${REGISTERED} and sex = 'FEMALE'`),
  under_35: count(`${REGISTERED} and age_band in ('UNDER_25', 'FROM_25_TO_34')`),
  masters: count(`${REGISTERED} and kind = 'MASTER'`),
};
const columns = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([name, sum]) => `${sum} as ${name}`)
    .join(', ');

const CELL_KEYS = {
  region_id: 'region_id',
  province_id: 'province_id',
  profession_id: 'profession_id',
  kind: 'kind',
  sex: `coalesce(sex, 'NONE')`,
  age_band: `coalesce(age_band, 'NONE')`,
  register_state: 'register_state',
};
const PLACE_KEYS = { region_id: 'region_id', province_id: 'province_id', profession_id: 'profession_id' };
const CLASS_KEYS = {
  region_id: 'region_id',
  province_id: 'province_id',
  body_class_id: 'coalesce(c.body_class_id, 0)',
};
const BODY_KEYS = ['region_id', 'province_id', 'level', 'body_class_id'];
const BODY_STATES = ['planned', 'in_preparation', 'founded', 'active', 'suspended', 'dissolved'];
const COMMITTEE_STATES = ['planned', 'formed', 'statutes_drafted', 'discharged', 'failed'];

const grouped = (keys: Record<string, string>, measures: Record<string, string>, from: string): string => {
  const positions = Object.keys(keys).map((_, index) => String(index + 1));
  return `select ${columns(keys)}, ${columns(measures)} from ${from} group by ${positions.join(', ')}`;
};

const ofBody = {
  region_id: 'b.region_id',
  province_id: 'coalesce(b.province_id, 0)',
  level: 'b.level',
  body_class_id: 'b.body_class_id',
};
const standing = {
  ...ofBody,
  region_id: 'region_id',
  province_id: 'coalesce(province_id, 0)',
  level: 'level',
  body_class_id: 'body_class_id',
};
const states = (prefix: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${prefix}_${name}`, count(`state = '${name.toUpperCase()}'`)]));

const ofTable = (table: string): string => `${table} t join body b on b.region_id = t.region_id and b.id = t.body_id`;
const SESSION_LEVEL = `case when province_id is not null then 'PROVINCIAL' when region_id = 0 then 'NATIONAL' else 'REGIONAL' end`;

const body = (measures: Record<string, string>, from: string, keys: Record<string, string> = standing): Recount => ({
  table: 'body_figure',
  keys: BODY_KEYS,
  measures: Object.keys(measures),
  counted: grouped(keys, measures, from),
});

const RECOUNTS: readonly Recount[] = [
  {
    table: 'register_cell',
    keys: Object.keys(CELL_KEYS),
    measures: Object.keys(PEOPLE),
    counted: grouped(CELL_KEYS, PEOPLE, 'artisan'),
  },
  {
    table: 'register_figure',
    keys: Object.keys(PLACE_KEYS),
    measures: Object.keys(WIDE),
    counted: grouped(PLACE_KEYS, WIDE, 'artisan'),
  },
  {
    table: 'class_figure',
    keys: Object.keys(CLASS_KEYS),
    measures: Object.keys(WIDE),
    counted: grouped(CLASS_KEYS, WIDE, 'artisan left join body_class_profession c using (profession_id)'),
  },
  body(
    { ...states('bodies', BODY_STATES), bodies_approved: count(`approved_on is not null and state <> 'DISSOLVED'`) },
    'body',
  ),
  body(states('committees', COMMITTEE_STATES), 'committee'),
  body(
    {
      seats: 'count(*)',
      seats_filled: count('t.name_ar is not null'),
      seats_held_by_women: count(`t.sex = 'FEMALE'`),
    },
    ofTable('seat'),
    ofBody,
  ),
  body({ delegates: 'count(*)' }, ofTable('delegate'), ofBody),
  body(
    {
      outreach_sessions: count(`state = 'HELD'`),
      outreach_attendees: `coalesce(sum(attendees) filter (where state = 'HELD'), 0)`,
    },
    'outreach_session',
    { ...standing, level: SESSION_LEVEL, body_class_id: 'coalesce(body_class_id, 0)' },
  ),
];

/** A figure that is not what a recount gives. */
export interface Difference {
  readonly table: string;
  readonly cell: Readonly<Record<string, string | number>>;
  readonly measure: string;
  readonly stored: number;
  readonly counted: number;
}

function differencesStatement({ table, keys, measures, counted }: Recount): RawBuilder<Omit<Difference, 'table'>> {
  const cell = keys.map((key) => `'${key}', ${key}`).join(', ');
  const pairs = measures.map((name) => `('${name}', coalesce(s.${name}, 0), coalesce(c.${name}, 0))`).join(', ');
  return sql`
    select json_build_object(${sql.raw(cell)}) as cell, m.measure, m.stored::int as stored, m.counted::int as counted
    from ${sql.raw(table)} s full join (${sql.raw(counted)}) c using (${sql.raw(keys.join(', '))})
    cross join lateral (values ${sql.raw(pairs)}) m (measure, stored, counted)
    where m.stored <> m.counted
    order by ${sql.raw(keys.join(', '))}, m.measure`;
}

/** Recomputes every figure and reports differences; run it with a scope that reads the records of all regions. */
export async function differencesIn(run: QueryRunner): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const recount of RECOUNTS) {
    const rows = await run(differencesStatement(recount));
    differences.push(...rows.map((row) => ({ table: recount.table, ...row })));
  }
  return differences;
}
