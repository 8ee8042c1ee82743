import type { StateMachine } from '../../platform/errors/state-machine.ts';
import { type Thresholds } from '../rules/rule.rules.ts';

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

/** Delegates due to a body: one for each started number of members, within bounds. */
export function delegatesDue(members: number, thresholds: Thresholds): number {
  const started = Math.ceil(members / (thresholds.get('MEMBERS_PER_DELEGATE') ?? Infinity));
  const least = thresholds.get('DELEGATES_MINIMUM') ?? 1;
  return Math.min(Math.max(started, least), thresholds.get('DELEGATES_MAXIMUM') ?? Infinity);
}
