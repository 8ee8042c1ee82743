import type { StateMachine } from '../../platform/errors/state-machine.ts';

export const OutreachKind = { MEETING: 'MEETING', CARAVAN: 'CARAVAN', FIELD_VISIT: 'FIELD_VISIT' } as const;
export type OutreachKind = keyof typeof OutreachKind;

export const OutreachState = { PLANNED: 'PLANNED', HELD: 'HELD', CANCELLED: 'CANCELLED' } as const;
export type OutreachState = keyof typeof OutreachState;

export type OutreachEvent = 'hold' | 'cancel' | 'reach';

/** A session is held or called off; whom it reached is recorded once it was held. */
export const SESSION_LIFE: StateMachine<OutreachState, OutreachEvent> = {
  PLANNED: { hold: 'HELD', cancel: 'CANCELLED' },
  HELD: { reach: 'HELD' },
  CANCELLED: {},
};
