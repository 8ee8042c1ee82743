const CASABLANCA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' });

/** Today in the kingdom, YYYY-MM-DD. */
export const today = (): string => CASABLANCA.format(new Date());

const DAY_MS = 86_400_000;

/** Whole days from one day of the calendar to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
