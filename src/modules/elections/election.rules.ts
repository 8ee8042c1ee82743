import type { StateMachine } from '../../platform/errors/state-machine.ts';

/** An election fills the offices of a board, or sends delegates to the body above. */
export const ElectionKind = { BOARD: 'BOARD', DELEGATES: 'DELEGATES' } as const;
export type ElectionKind = keyof typeof ElectionKind;

export const ElectionState = { CALLED: 'CALLED', CLOSED: 'CLOSED', CANCELLED: 'CANCELLED' } as const;
export type ElectionState = keyof typeof ElectionState;

export type ElectionEvent = 'change' | 'close' | 'cancel';

export const ELECTION_LIFE: StateMachine<ElectionState, ElectionEvent> = {
  CALLED: { change: 'CALLED', close: 'CLOSED', cancel: 'CANCELLED' },
  CLOSED: {},
  CANCELLED: {},
};
