import { sql, type RawBuilder } from 'kysely';
import type { BodyLevel } from '../committees/committee.rules.ts';
import { MOST_CELLS, type Dimension, type RepresentationCut } from './representation.args.ts';
import {
  BODY_MEASURES,
  BODY_SUMS,
  NARROW,
  SOMETHING,
  WIDE,
  type BodySums,
  type PeopleMeasure,
  type PeopleSums,
} from '../figures/measure.reads.ts';

/** A cut with its codes looked up. */
export interface Cut extends Pick<RepresentationCut, 'kind' | 'sex' | 'ageBand' | 'registerState'> {
  readonly regions: readonly number[];
  readonly provinceId: number | null;
  readonly professions: readonly number[] | null;
  readonly bodyClassId: number | null;
  /** Null: every level. */
  readonly level: BodyLevel | null;
}

/** The values of the dimensions of a row; those that are not asked for are absent. */
export interface Keys {
  readonly level?: string;
  readonly regionId?: number;
  readonly provinceId?: number;
  readonly bodyClassId?: number | null;
  readonly sectorId?: number;
  readonly professionId?: number;
  readonly kind?: string;
  readonly sex?: string;
  readonly ageBand?: string;
  readonly registerState?: string;
}

const PEOPLE_DIMENSIONS: Partial<Record<Dimension, string>> = {
  REGION: 'f.region_id as "regionId"',
  PROVINCE: 'f.province_id as "provinceId"',
  SECTOR: 'p.sector_id as "sectorId"',
  PROFESSION: 'f.profession_id as "professionId"',
  KIND: 'f.kind',
  SEX: 'f.sex',
  AGE_BAND: 'f.age_band as "ageBand"',
  REGISTER_STATE: 'f.register_state as "registerState"',
};
const BODY_DIMENSIONS: Partial<Record<Dimension, string>> = {
  LEVEL: 'f.level',
  REGION: 'f.region_id as "regionId"',
  PROVINCE: 'f.province_id as "provinceId"',
  BODY_CLASS: 'nullif(f.body_class_id, 0) as "bodyClassId"',
};
const NATION = 0;
const FINE: readonly Dimension[] = ['KIND', 'SEX', 'AGE_BAND', 'REGISTER_STATE'];

/** Whether people can be cut this way; bodies have a level, people have not. */
export const appliesToPeople = (by: readonly Dimension[]): boolean => !by.includes('LEVEL');

/** Whether bodies can be cut this way; they have a class and a territory, and no sex. */
export const appliesToBodies = (by: readonly Dimension[], cut: Cut & { ofPeople: boolean }): boolean =>
  !cut.ofPeople && by.every((name) => name in BODY_DIMENSIONS);

/** By what a body of a level stands over a row of people. */
const OVER: Readonly<Record<BodyLevel, readonly string[]>> = {
  PROVINCIAL: ['region_id', 'province_id'],
  REGIONAL: ['region_id'],
  NATIONAL: [],
};

// The few places where one stands are found first: looking for one at each row of people took twice the time.
function standing(
  alias: string,
  level: BodyLevel,
  { cut, bodyClass }: { cut: Cut; bodyClass: string },
): RawBuilder<unknown> {
  const keys = [...OVER[level], 'body_class_id'];
  const meets = [...OVER[level].map((key) => `${alias}.${key} = f.${key}`), `${alias}.body_class_id = ${bodyClass}`];
  const regions = level === 'NATIONAL' ? [NATION] : cut.regions;
  return sql`
    left join (
      select ${sql.raw(keys.map((key) => `b.${key}`).join(', '))} from body_figure b
      where b.level = ${sql.lit(level)} and b.bodies_founded + b.bodies_active > 0
        and b.region_id = any(${regions}::smallint[])
    ) ${sql.raw(alias)} on ${sql.raw(meets.join(' and '))}`;
}

/** What people are joined to for the measures that are asked for. */
function bodiesOver(measures: readonly PeopleMeasure[], of: { cut: Cut; bodyClass: string }): RawBuilder<unknown> {
  const joins: RawBuilder<unknown>[] = [];
  if (measures.includes('represented')) joins.push(standing('s', of.cut.level ?? 'PROVINCIAL', of));
  if (measures.includes('fullyRepresented')) {
    joins.push(standing('s1', 'PROVINCIAL', of), standing('s2', 'REGIONAL', of), standing('s3', 'NATIONAL', of));
  }
  return joins.length === 0 ? sql`` : sql.join(joins, sql` `);
}

/** A table of people: the sums of its rows, what it is joined to for a class, and where the class of a row stands. */
interface Source {
  readonly table: string;
  readonly sums: Readonly<Record<PeopleMeasure, string>>;
  readonly byClass: string;
  readonly bodyClass: string;
}

const OF_PROFESSION = {
  byClass: 'left join body_class_profession c on c.profession_id = f.profession_id',
  bodyClass: 'c.body_class_id',
};
/** The finest cells, people by profession, and people by class: the smallest one that has the columns is taken. */
const FINEST: Source = { table: 'register_cell', sums: NARROW, ...OF_PROFESSION };
const BY_PROFESSION: Source = { table: 'register_figure', sums: WIDE, ...OF_PROFESSION };
const BY_CLASS: Source = { table: 'class_figure', sums: WIDE, byClass: '', bodyClass: 'nullif(f.body_class_id, 0)' };

function sourceFor(by: readonly Dimension[], cut: Cut): Source {
  if (by.some((name) => FINE.includes(name)) || [cut.kind, cut.sex, cut.ageBand, cut.registerState].some(Boolean)) {
    return FINEST;
  }
  const isOfProfession = cut.professions !== null || by.includes('PROFESSION') || by.includes('SECTOR');
  return isOfProfession ? BY_PROFESSION : BY_CLASS;
}

function peopleConditions(cut: Cut, { bodyClass }: Source): RawBuilder<unknown> {
  const conditions = [sql`f.region_id = any(${cut.regions}::smallint[])`];
  if (cut.provinceId !== null) conditions.push(sql`f.province_id = ${cut.provinceId}`);
  if (cut.professions !== null) conditions.push(sql`f.profession_id = any(${cut.professions}::smallint[])`);
  if (cut.bodyClassId !== null) conditions.push(sql`${sql.raw(bodyClass)} = ${cut.bodyClassId}`);
  if (cut.kind) conditions.push(sql`f.kind = ${cut.kind}`);
  if (cut.sex) conditions.push(sql`f.sex = ${cut.sex}`);
  if (cut.ageBand) conditions.push(sql`f.age_band = ${cut.ageBand}`);
  if (cut.registerState) conditions.push(sql`f.register_state = ${cut.registerState}`);
  return sql.join(conditions, sql` and `);
}

const listed = (by: readonly Dimension[], dimensions: Partial<Record<Dimension, string>>): string =>
  by.map((name) => `${dimensions[name] ?? ''}, `).join('');

// Part of the text: for a limit that is only known later the planner prefers what is quick to begin and slow to end.
const BOUND = sql.lit(MOST_CELLS + 1);

const positions = (by: readonly Dimension[]): string => by.map((_, index) => String(index + 1)).join(', ');
const grouped = (by: readonly Dimension[]): string => (by.length === 0 ? '' : `group by ${positions(by)}`);
// In the order of the dimensions, so that the same question has the same answer.
const ordered = (by: readonly Dimension[]): string => (by.length === 0 ? '' : `order by ${positions(by)}`);

/** People by the dimensions asked for; no row where there are none. */
function people(by: readonly Dimension[], cut: Cut, { measures, names = PEOPLE_DIMENSIONS }: OfPeople) {
  const source = sourceFor(by, cut);
  const { table, sums, byClass, bodyClass } = source;
  const dimensions = { BODY_CLASS: `${bodyClass} as "bodyClassId"`, ...names };
  const sector = by.includes('SECTOR') ? 'join profession p on p.id = f.profession_id' : '';
  const columns = measures.map((name) => `${sums[name]} as "${name}"`).join(', ');
  return sql`
    select ${sql.raw(listed(by, dimensions))} ${sql.raw(columns)}
    from ${sql.raw(table)} f ${sql.raw(`${byClass} ${sector}`)}
    ${bodiesOver(measures, { cut, bodyClass })}
    where ${peopleConditions(cut, source)}
    ${sql.raw(grouped(by))}
    having sum(f.registrants) > 0`;
}

interface OfPeople {
  readonly measures: readonly PeopleMeasure[];
  readonly names?: Partial<Record<Dimension, string>>;
}

/** Bodies by the dimensions asked for; no row where nothing is counted. */
function bodies(by: readonly Dimension[], cut: Cut, { names = BODY_DIMENSIONS, sums = BODY_SUMS } = {}) {
  const conditions = [sql`f.region_id = any(${cut.regions}::smallint[])`];
  if (cut.provinceId !== null) conditions.push(sql`f.province_id = ${cut.provinceId}`);
  if (cut.bodyClassId !== null) conditions.push(sql`f.body_class_id = ${cut.bodyClassId}`);
  if (cut.level !== null) conditions.push(sql`f.level = ${cut.level}`);
  return sql`
    select ${sql.raw(listed(by, names))} ${sums}
    from body_figure f
    where ${sql.join(conditions, sql` and `)}
    ${sql.raw(grouped(by))}
    having sum(${SOMETHING}) > 0`;
}

// Where people and bodies meet: 0 stands for no class, and is equal to itself.
const SHARED = { ...BODY_DIMENSIONS, BODY_CLASS: 'f.body_class_id as "bodyClassId"' };
const MET: Partial<Record<Dimension, string>> = {
  REGION: '"regionId"',
  PROVINCE: '"provinceId"',
  BODY_CLASS: '"bodyClassId"',
};
const WITHOUT_ZERO = { ...MET, BODY_CLASS: 'nullif("bodyClassId", 0) as "bodyClassId"' };
const joining = (by: readonly Dimension[]): string =>
  by.length === 0 ? 'on true' : `using (${by.map((name) => MET[name] ?? '').join(', ')})`;
const filled = (names: readonly string[]): string =>
  names.map((name) => `coalesce("${name}", 0) as "${name}"`).join(', ');

interface Both {
  readonly measures: readonly PeopleMeasure[];
  readonly read: 'CELLS' | 'SUMS';
}

function meeting(by: readonly Dimension[], cut: Cut, { measures, read }: Both): RawBuilder<unknown> {
  const sums = read === 'SUMS' ? BODY_SUMS : sql`true as "isCounted"`;
  const names = read === 'SUMS' ? [...measures, ...BODY_MEASURES] : measures;
  return sql`
    with people as (${people(by, cut, { measures, names: SHARED })}),
      standing as (${bodies(by, cut, { names: SHARED, sums })})
    select ${sql.raw(listed(by, WITHOUT_ZERO))} ${sql.raw(filled(names))}
    from people full join standing ${sql.raw(joining(by))}`;
}

/** What is counted in the cells of a cut: people, bodies, or both. `CELLS` reads which cells have bodies, and not how many. */
export interface Counted {
  /** Null where people cannot be cut this way. */
  readonly people: readonly PeopleMeasure[] | null;
  readonly bodies: 'NONE' | 'CELLS' | 'SUMS';
}
export type Sums = Keys & Partial<PeopleSums & BodySums>;

function counting(
  by: readonly Dimension[],
  cut: Cut,
  { people: measures, bodies: read }: Counted,
): RawBuilder<unknown> {
  if (measures === null) return bodies(by, cut);
  return read === 'NONE' ? people(by, cut, { measures }) : meeting(by, cut, { measures, read });
}

/** The cells of a cut, in the order of the dimensions; where nothing is counted there is none. */
export function cellsStatement(by: readonly Dimension[], cut: Cut, counted: Counted): RawBuilder<Sums> {
  return sql<Sums>`${counting(by, cut, counted)} ${sql.raw(ordered(by))} limit ${BOUND}`;
}
