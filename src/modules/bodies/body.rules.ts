import type { StateMachine } from '../../platform/errors/state-machine.ts';
import { Violations } from '../../platform/errors/violations.ts';
import type { Violation } from '../../platform/errors/domain-error.ts';
import { RULE_REASONS } from './body.reasons.ts';

export const BodyState = {
  PLANNED: 'PLANNED',
  IN_PREPARATION: 'IN_PREPARATION',
  FOUNDED: 'FOUNDED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  DISSOLVED: 'DISSOLVED',
} as const;
export type BodyState = keyof typeof BodyState;

export const AssemblyState = {
  CALLED: 'CALLED',
  HELD: 'HELD',
  NO_QUORUM: 'NO_QUORUM',
  CANCELLED: 'CANCELLED',
} as const;
export type AssemblyState = keyof typeof AssemblyState;

export type BodyEvent =
  'prepare' | 'call' | 'hold' | 'found' | 'approve' | 'suspend' | 'resume' | 'dissolve' | 'affiliate';

/** The life of a body, from the programme to its end (law 50.17, art. 11). */
export const BODY_LIFE: StateMachine<BodyState, BodyEvent> = {
  PLANNED: { prepare: 'IN_PREPARATION', dissolve: 'DISSOLVED' },
  IN_PREPARATION: { call: 'IN_PREPARATION', hold: 'IN_PREPARATION', found: 'FOUNDED', dissolve: 'DISSOLVED' },
  FOUNDED: { affiliate: 'FOUNDED', approve: 'ACTIVE', dissolve: 'DISSOLVED' },
  ACTIVE: { affiliate: 'ACTIVE', suspend: 'SUSPENDED', dissolve: 'DISSOLVED' },
  SUSPENDED: { resume: 'ACTIVE', dissolve: 'DISSOLVED' },
  DISSOLVED: {},
};

export type AssemblyEvent = 'hold' | 'miss' | 'cancel';

/** A founding assembly meets with quorum, without it, or not at all. */
export const ASSEMBLY_LIFE: StateMachine<AssemblyState, AssemblyEvent> = {
  CALLED: { hold: 'HELD', miss: 'NO_QUORUM', cancel: 'CANCELLED' },
  HELD: {},
  NO_QUORUM: {},
  CANCELLED: {},
};

/** The thresholds of a level that hold, by code. */
export type Thresholds = ReadonlyMap<string, number>;

/** Delegates due to a body: one for each started number of members, within bounds. */
export function delegatesDue(members: number, thresholds: Thresholds): number {
  const started = Math.ceil(members / (thresholds.get('MEMBERS_PER_DELEGATE') ?? Infinity));
  const least = thresholds.get('DELEGATES_MINIMUM') ?? 1;
  return Math.min(Math.max(started, least), thresholds.get('DELEGATES_MAXIMUM') ?? Infinity);
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

const LARGEST = 1_000_000;
const SHARES = new Set(['ASSEMBLY_QUORUM', 'ASSEMBLY_SECOND_QUORUM', 'BASE_BODIES_SHARE']);
const FLAGS = new Set(['WAVE_OPEN', 'STATUTES_ADOPTED', 'DELEGATES_ELECTED']);
// Terms end on a day of the calendar, members are divided by it, and an assembly is called within a year.
const OF_THEIR_OWN: Readonly<Record<string, Bounds>> = {
  TERM_YEARS: { least: 1, most: 50 },
  TERM_RENEWALS: { least: 0, most: 50 },
  ASSEMBLY_NOTICE_DAYS: { least: 0, most: 365 },
  MEMBERS_PER_DELEGATE: { least: 1, most: LARGEST },
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
