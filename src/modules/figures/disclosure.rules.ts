/** Why a figure has or lacks a value. Unknown is not zero, and withheld is not unknown. */
export const FigureStatus = {
  KNOWN: 'KNOWN',
  SUPPRESSED: 'SUPPRESSED',
  UNKNOWN: 'UNKNOWN',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;
export type FigureStatus = keyof typeof FigureStatus;

export interface CountFigure {
  readonly value: number | null;
  readonly status: FigureStatus;
}

export interface RateFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: FigureStatus;
}

/** Counts of 1 to 4 people could identify a person (law 09-08); zero is not disclosive. */
const SMALLEST_SHOWN = 5;

const known = (value: number): CountFigure => ({ value, status: 'KNOWN' });
const without = (status: FigureStatus): CountFigure => ({ value: null, status });

/** A count of things that are public, such as bodies; null where the cut does not apply to it. */
export const publicCount = (value: number | null): CountFigure =>
  value === null ? without('NOT_APPLICABLE') : known(value);

/** A count of people: the one place where small cells are withheld from those who may not see the people themselves. */
export function peopleCount(value: number | null, seesPeople: boolean): CountFigure {
  if (value === null) return without('NOT_APPLICABLE');
  if (value > 0 && value < SMALLEST_SHOWN && !seesPeople) return without('SUPPRESSED');
  return known(value);
}

/** A rate is the ratio of two sums, never a mean of rates; it is withheld with either of its parts. */
export function rateOf(numerator: CountFigure, denominator: CountFigure): RateFigure {
  const parts = { numerator: numerator.value, denominator: denominator.value };
  const lacking = [numerator, denominator].find(({ status }) => status !== 'KNOWN');
  if (lacking !== undefined) return { value: null, ...parts, status: lacking.status };
  if (parts.numerator === null || parts.denominator === null || parts.denominator === 0) {
    return { value: null, ...parts, status: 'UNKNOWN' };
  }
  return { value: parts.numerator / parts.denominator, ...parts, status: 'KNOWN' };
}

export const noRate = (status: FigureStatus): RateFigure => ({
  value: null,
  numerator: null,
  denominator: null,
  status,
});

/** A unit of a level, with the delegates that it sends and the members for whom they speak. */
export interface Share {
  readonly delegates: number;
  readonly members: number;
}

/**
 * Half the sum of the distances between each unit's share of delegates and its share of members (Loosemore and Hanby,
 * 1971), from 0 (fair) to 1; in whole numbers, so that numerator and denominator are exact.
 */
export function malapportionmentOf(units: readonly Share[]): RateFigure {
  const delegates = units.reduce((sum, unit) => sum + unit.delegates, 0);
  const members = units.reduce((sum, unit) => sum + unit.members, 0);
  const distance = units.reduce((sum, unit) => sum + Math.abs(unit.delegates * members - unit.members * delegates), 0);
  return rateOf(known(distance), known(2 * delegates * members));
}
