import { COMMON } from './common.reasons.ts';
import { DAYS, gregorianOf, isDay, today } from '../lib/dates.ts';
import { Violations } from './violations.ts';
import { INPUT } from './input.reasons.ts';
import type { Violation } from './domain-error.ts';
import { hiddenIn } from '../lib/texts.ts';

// Of what was given, in a message.
const SHOWN_AT_MOST = 30;

/** What `validateDay` refuses, and what `validateText` does: for the refusals that a command declares. */
export const DAY_REASONS = [COMMON.DAY_IN_FUTURE, COMMON.DAY_BEFORE] as const;
export const TEXT_REASONS = [COMMON.EMPTY_TEXT, COMMON.TEXT_TOO_LONG] as const;

/** A day on which something happened: today unless stated, and neither to come nor before what it follows. */
export const dayOf = (stated: string | null | undefined): string => stated ?? today();

export function validateDay(day: string, path: string, earliest: string | null = null): Violation[] {
  const faults = new Violations();
  faults.addIf(day > today(), path, COMMON.DAY_IN_FUTURE);
  if (earliest !== null) faults.addIf(day < earliest, path, COMMON.DAY_BEFORE, { earliest });
  return faults.found;
}

/** The day of a step, stated at `input.effectiveOn`: refused where it is to come, or before what the step follows. */
export function requireValidDay(stated: string | null | undefined, earliest: string | null = null): string {
  const day = dayOf(stated);
  const faults = new Violations();
  faults.addAll(validateDay(day, 'input.effectiveOn', earliest));
  faults.throwIfAny();
  return day;
}

/** A text that people read, in the form in which it is kept: not empty, and not longer than fits. */
export function validateText(text: string | null | undefined, path: string, limit = 500): Violation[] {
  const faults = new Violations();
  if (text == null) return [];
  faults.addIf(text === '', path, COMMON.EMPTY_TEXT);
  faults.addIf(text.length > limit, path, COMMON.TEXT_TOO_LONG, { limit });
  return faults.found;
}

/** What keeps a text from being a day of the calendar that something of the register or the programme can bear. */
export function calendarFaults(text: string, path: string): Violation[] {
  const faults = new Violations();
  const shown = text.slice(0, SHOWN_AT_MOST);
  const value = hiddenIn(shown).length > 0 ? '…' : shown;
  const year = /^\d{4}(?=-\d{2}-\d{2}$)/.exec(text)?.[0] ?? '';
  const gregorian = gregorianOf(Number(year));
  if (gregorian !== null) faults.add(path, INPUT.HIJRI_YEAR, { year, gregorian });
  else if (!isDay(text) && year !== '0000') faults.add(path, INPUT.NOT_A_DAY, { value });
  else faults.addIf(text < DAYS.earliest || text > DAYS.latest, path, INPUT.DAY_OUT_OF_RANGE, { value, ...DAYS });
  return faults.found;
}

/** The same of a moment. */
export function momentFaults(moment: Date, path: string): Violation[] {
  const faults = new Violations();
  const isMoment = !Number.isNaN(moment.getTime());
  faults.addIf(!isMoment, path, INPUT.NOT_A_MOMENT);
  const day = isMoment ? moment.toISOString().slice(0, DAYS.earliest.length) : DAYS.earliest;
  faults.addIf(day < DAYS.earliest || day > DAYS.latest, path, INPUT.MOMENT_OUT_OF_RANGE, DAYS);
  return faults.found;
}
