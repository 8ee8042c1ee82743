/** Every count of `Representation`; all of them are additive. */
export const COUNTS = [
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
  'bodiesExpected',
  'bodiesFounded',
  'bodiesDissolved',
  'bodiesPlanned',
  'bodiesInPreparation',
  'bodiesActive',
  'bodiesSuspended',
  'bodiesApproved',
  'seats',
  'seatsFilled',
  'seatsHeldByWomen',
  'delegates',
  'committeesPlanned',
  'committeesFormed',
  'committeesStatutesDrafted',
  'committeesDischarged',
  'committeesFailed',
  'outreachSessions',
  'outreachAttendees',
] as const;
export type CountName = (typeof COUNTS)[number];

/** The rates that are a ratio of two of the counts. */
export const RATES = {
  membershipRate: ['members', 'eligible'],
  coverageRate: ['bodiesFounded', 'bodiesExpected'],
  representationRate: ['represented', 'eligible'],
  fullRepresentationRate: ['fullyRepresented', 'eligible'],
  womenRate: ['women', 'persons'],
  parityRate: ['seatsHeldByWomen', 'seatsFilled'],
} as const satisfies Record<string, readonly [CountName, CountName]>;

export interface Count {
  readonly value: number | null;
  readonly status: string;
}
interface Rate extends Count {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export type Figures = Readonly<
  Partial<Record<CountName, Count> & Record<keyof typeof RATES | 'completionRate', Rate> & { asOf: string }>
>;

export const countsOf = (figures: Figures): (number | null | undefined)[] => COUNTS.map((name) => figures[name]?.value);

export const sumOf = (counts: readonly Count[]): number =>
  counts.reduce((sum, { value }) => sum + (value ?? Number.NaN), 0);
