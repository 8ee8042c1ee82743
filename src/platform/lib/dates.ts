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

/** The day so many days after another one, or before it. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one day of the calendar to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The first and the last day that anything of the register or the programme can bear. */
export const DAYS = { earliest: '1900-01-01', latest: '2100-12-31' } as const;

/** Whether a text is a day of the calendar, YYYY-MM-DD, of the year 1 or later: the year before is -1, and no month has 32. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day so many years after another one; 29 February comes back as such, to be compared and not to be kept. */
export const yearsAfter = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;

// The Hijri year is 354.367 days, that of the Gregorian calendar 365.2425, and the first began in July 622.
const HIJRI = { earliest: 1300, latest: 1500, length: 0.970_224, start: 621.577 } as const;

/** The Gregorian year in which a Hijri year of our time begins; null for a year that is none of these. */
export const gregorianOf = (year: number): number | null =>
  year >= HIJRI.earliest && year <= HIJRI.latest ? Math.floor(year * HIJRI.length + HIJRI.start) : null;
