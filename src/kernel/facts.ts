import { COMMON } from './common.reasons.ts';
import { today } from './dates.ts';
import { Faults } from './faults.ts';
import type { Fault } from './refusal.ts';

/** A day on which something happened: today unless stated, and neither to come nor before what it follows. */
export const dayOf = (stated: string | null | undefined): string => stated ?? today();

export function dayFaults(day: string, path: string, earliest: string | null = null): Fault[] {
  const faults = new Faults();
  faults.when(day > today(), path, COMMON.DAY_IN_FUTURE);
  if (earliest !== null) faults.when(day < earliest, path, COMMON.DAY_BEFORE, { earliest });
  return faults.found;
}

/** The day of a step, stated at `input.on`: refused where it is to come, or before what the step follows. */
export function checkedDay(on: string | null | undefined, earliest: string | null = null): string {
  const day = dayOf(on);
  const faults = new Faults();
  faults.all(dayFaults(day, 'input.on', earliest));
  faults.refuse();
  return day;
}

/** A text that people read: not empty, and not longer than fits. */
export function textFaults(text: string | null | undefined, path: string, limit = 500): Fault[] {
  const faults = new Faults();
  if (text == null) return [];
  faults.when(text.trim() === '', path, COMMON.EMPTY_TEXT);
  faults.when(text.length > limit, path, COMMON.TEXT_TOO_LONG, { limit });
  return faults.found;
}
