import type { StateMachine } from '../../platform/errors/state-machine.ts';

/** The phases of the roll-out, in order. */
export const PhaseKind = {
  PLANNING: 'PLANNING',
  AWARENESS: 'AWARENESS',
  PREPARATORY_COMMITTEES: 'PREPARATORY_COMMITTEES',
  PROVINCIAL_FOUNDING: 'PROVINCIAL_FOUNDING',
  REGIONAL_FOUNDING: 'REGIONAL_FOUNDING',
  NATIONAL_FOUNDING: 'NATIONAL_FOUNDING',
} as const;
export type PhaseKind = keyof typeof PhaseKind;

export const PhaseState = { NOT_STARTED: 'NOT_STARTED', UNDER_WAY: 'UNDER_WAY', FINISHED: 'FINISHED' } as const;
export type PhaseState = keyof typeof PhaseState;

/** Where a phase stands, from the days on which it really began and ended. */
export function phaseState(actualFrom: string | null, actualTo: string | null): PhaseState {
  if (actualTo !== null) return 'FINISHED';
  return actualFrom === null ? 'NOT_STARTED' : 'UNDER_WAY';
}

/** A milestone is late from the day after its planned day until it is reached, and for ever if it was reached after it. */
export function isLate(plannedOn: string, actualOn: string | null, today: string): boolean {
  return (actualOn ?? today) > plannedOn;
}

export type PhaseEvent = 'start' | 'finish' | 'replan';

/** A phase begins and ends once; what is finished is planned no more. */
export const PHASE_LIFE: StateMachine<PhaseState, PhaseEvent> = {
  NOT_STARTED: { start: 'UNDER_WAY', replan: 'NOT_STARTED' },
  UNDER_WAY: { finish: 'FINISHED', replan: 'UNDER_WAY' },
  FINISHED: {},
};
