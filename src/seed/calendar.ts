import { addDays, daysBetween } from '../platform/lib/dates.ts';

/** The demonstration does not move on: it shows the roll-out as of this day. */
export const REFERENCE_DAY = '2026-11-20';
export const REFERENCE_YEAR = 2026;
/** The register opened to the public. */
export const REGISTER_OPENED = '2022-02-21';

/** Every day from one to another, so that drawing one costs nothing. */
export function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}
