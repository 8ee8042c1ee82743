import type { Violation } from '../../platform/errors/domain-error.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { RULE_REASONS } from './rule.reasons.ts';

/** The thresholds of a level that hold, by code. */
export type Thresholds = ReadonlyMap<string, number>;

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const LARGEST = 1_000_000;
/** Delegates for a seat, or of a body: an assembly is a meeting of people. */
const MOST_DELEGATES = 50;
const SHARES = new Set(['ASSEMBLY_QUORUM', 'ASSEMBLY_SECOND_QUORUM', 'BASE_BODIES_SHARE']);
const FLAGS = new Set(['WAVE_OPEN', 'STATUTES_ADOPTED', 'DELEGATES_ELECTED', 'ELECTORS_ENOUGH']);
// Terms end on a day of the calendar, and an assembly is called within a year.
const OF_THEIR_OWN: Readonly<Record<string, Bounds>> = {
  TERM_YEARS: { least: 1, most: 50 },
  TERM_RENEWALS: { least: 0, most: 50 },
  ASSEMBLY_NOTICE_DAYS: { least: 0, most: 365 },
  DELEGATES_PER_SEAT: { least: 1, most: MOST_DELEGATES },
  DELEGATES_OF_A_BODY: { least: 1, most: MOST_DELEGATES },
};

const boundsOf = (code: string): Bounds =>
  OF_THEIR_OWN[code] ?? { least: 0, most: SHARES.has(code) || FLAGS.has(code) ? 1 : LARGEST };

/** What keeps a number from being the threshold of a rule: shares are from 0 to 1, all others are whole numbers. */
export function thresholdFaults(code: string, value: number, path: string): Violation[] {
  const { least, most } = boundsOf(code);
  const faults = new Violations();
  const isOut = value < least || value > most;
  faults.addIf(isOut, path, RULE_REASONS.RULE_OUT_OF_BOUNDS, { value, least, most });
  const isBroken = !isOut && !SHARES.has(code) && !Number.isInteger(value);
  faults.addIf(isBroken, path, RULE_REASONS.RULE_NOT_WHOLE, { value, least, most });
  return faults.found;
}
