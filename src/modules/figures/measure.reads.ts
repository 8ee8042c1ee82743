import { sql } from 'kysely';
import { memoizeByObject } from '../../platform/lib/memoize.ts';

export const PEOPLE_MEASURES = [
  'registrants',
  'registered',
  'persons',
  'women',
  'under35',
  'masters',
  'eligible',
  'members',
  'represented',
  'fullyRepresented',
] as const;
export type PeopleMeasure = (typeof PEOPLE_MEASURES)[number];
export type PeopleSums = Record<PeopleMeasure, number>;

// Counts are fields under the names of their measures.
const NEEDS = new Map<string, readonly PeopleMeasure[]>([
  ...PEOPLE_MEASURES.map((name) => [name, [name]] as const),
  ['membershipRate', ['members', 'eligible']],
  ['representationRate', ['represented', 'eligible']],
  ['fullRepresentationRate', ['fullyRepresented', 'eligible']],
  ['womenRate', ['women', 'persons']],
]);

/** What fields of a Representation are computed from. */
export interface Measures {
  readonly people: readonly PeopleMeasure[];
  /** Whether a field needs the sums of bodies. */
  readonly bodies: boolean;
}

/** What is to be read for some fields: a plan gives the same ones to every request. */
export const measuresFor = memoizeByObject((fields: ReadonlySet<string>): Measures => {
  const wanted = new Set([...fields].flatMap((name) => NEEDS.get(name) ?? []));
  return {
    people: PEOPLE_MEASURES.filter((name) => name === 'registrants' || wanted.has(name)),
    bodies: [...fields].some((name) => !NEEDS.has(name)),
  };
});

const eligibleWhere = (condition: string): string => `coalesce(sum(f.eligible) filter (where ${condition}), 0)::int`;
// A registrant is represented at a level where a body of the class stands over the province: `s` is that of the level asked for.
const REPRESENTED = eligibleWhere('s.body_class_id is not null');
const FULLY_REPRESENTED = eligibleWhere(
  's1.body_class_id is not null and s2.body_class_id is not null and s3.body_class_id is not null',
);
const sum = (column: string): string => `sum(f.${column})::int`;
const filtered = (condition: string): string =>
  `coalesce(sum(f.registrants) filter (where f.register_state = 'REGISTERED' and ${condition}), 0)::int`;
const ALIKE = {
  registrants: sum('registrants'),
  eligible: sum('eligible'),
  members: sum('members'),
  represented: REPRESENTED,
  fullyRepresented: FULLY_REPRESENTED,
};
/** The expression of a measure in a table with a column for each measure. */
export const WIDE = {
  ...ALIKE,
  registered: sum('registered'),
  persons: sum('persons'),
  women: sum('women'),
  under35: sum('under_35'),
  masters: sum('masters'),
};
/** The expression of a measure over the finest cells. */
export const NARROW = {
  ...ALIKE,
  registered: filtered('true'),
  persons: filtered(`f.kind in ('ARTISAN', 'MASTER')`),
  women: filtered(`f.sex = 'FEMALE'`),
  under35: filtered(`f.age_band in ('UNDER_25', 'FROM_25_TO_34')`),
  masters: filtered(`f.kind = 'MASTER'`),
};

const BODY_COLUMNS = {
  bodiesPlanned: 'bodies_planned',
  bodiesInPreparation: 'bodies_in_preparation',
  bodiesFoundedOnly: 'bodies_founded',
  bodiesActive: 'bodies_active',
  bodiesSuspended: 'bodies_suspended',
  bodiesDissolved: 'bodies_dissolved',
  bodiesApproved: 'bodies_approved',
  seats: 'seats',
  seatsFilled: 'seats_filled',
  seatsHeldByWomen: 'seats_held_by_women',
  delegates: 'delegates',
  committeesPlanned: 'committees_planned',
  committeesFormed: 'committees_formed',
  committeesStatutesDrafted: 'committees_statutes_drafted',
  committeesDischarged: 'committees_discharged',
  committeesFailed: 'committees_failed',
  outreachSessions: 'outreach_sessions',
  outreachAttendees: 'outreach_attendees',
} as const;
export type BodySums = Record<keyof typeof BODY_COLUMNS, number>;
export const BODY_MEASURES = Object.keys(BODY_COLUMNS) as (keyof BodySums)[];

export const BODY_SUMS = sql.raw(
  Object.entries(BODY_COLUMNS)
    .map(([field, column]) => `coalesce(sum(f.${column}), 0)::int as "${field}"`)
    .join(', '),
);

/** What is more than zero where anything is counted. */
export const SOMETHING = sql.raw(
  Object.values(BODY_COLUMNS)
    .map((column) => `f.${column}`)
    .join(' + '),
);
