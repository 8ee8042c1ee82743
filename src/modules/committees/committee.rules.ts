import type { StateMachine } from '../../platform/errors/state-machine.ts';

export const BodyLevel = { PROVINCIAL: 'PROVINCIAL', REGIONAL: 'REGIONAL', NATIONAL: 'NATIONAL' } as const;
export type BodyLevel = keyof typeof BodyLevel;

export const CommitteeState = {
  PLANNED: 'PLANNED',
  FORMED: 'FORMED',
  STATUTES_DRAFTED: 'STATUTES_DRAFTED',
  DISCHARGED: 'DISCHARGED',
  FAILED: 'FAILED',
} as const;
export type CommitteeState = keyof typeof CommitteeState;

/** The capacity in which a member sits in a preparatory committee. */
export const MemberCapacity = {
  ARTISAN: 'ARTISAN',
  ASSOCIATION: 'ASSOCIATION',
  AMIN: 'AMIN',
  CHAMBER: 'CHAMBER',
  ADMINISTRATION: 'ADMINISTRATION',
} as const;
export type MemberCapacity = keyof typeof MemberCapacity;

export type CommitteeEvent = 'constitute' | 'draft' | 'discharge' | 'fail' | 'change';

/** A committee is discharged by the foundation of its body, and fails where its mandate ends before that. */
export const COMMITTEE_LIFE: StateMachine<CommitteeState, CommitteeEvent> = {
  PLANNED: { constitute: 'FORMED', fail: 'FAILED' },
  FORMED: { change: 'FORMED', draft: 'STATUTES_DRAFTED', fail: 'FAILED' },
  STATUTES_DRAFTED: { change: 'STATUTES_DRAFTED', discharge: 'DISCHARGED', fail: 'FAILED' },
  DISCHARGED: {},
  FAILED: {},
};

/** Half of the members, rounded up. */
export const quorumOf = (members: number): number => Math.ceil(members / 2);
