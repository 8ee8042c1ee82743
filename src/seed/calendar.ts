const DAY_MS = 86_400_000;

/** The demonstration does not move on: it shows the roll-out as of this day. */
export const REFERENCE_DAY = '2026-11-20';
export const REFERENCE_YEAR = 2026;
/** The register opened to the public. */
export const REGISTER_OPENED = '2022-02-21';

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Every day from one to another, so that drawing one costs nothing. */
export function daysFrom(first: string, last: string): string[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
