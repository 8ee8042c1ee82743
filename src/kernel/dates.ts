const CASABLANCA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' });

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
let known = { minute: -1, day: '' };

/** Today in the kingdom, YYYY-MM-DD. A day begins with a minute, so that within one it is worked out once. */
export function today(): string {
  const minute = Math.floor(Date.now() / MINUTE_MS);
  if (known.minute !== minute) known = { minute, day: CASABLANCA.format(minute * MINUTE_MS) };
  return known.day;
}

/** The day after a day. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day of the calendar to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
