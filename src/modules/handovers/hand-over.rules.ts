import type { StateMachine } from '../../platform/errors/state-machine.ts';

export const HandOverDirection = { OUTGOING: 'OUTGOING', INCOMING: 'INCOMING' } as const;
export type HandOverDirection = keyof typeof HandOverDirection;

export const HandOverState = {
  OFFERED: 'OFFERED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type HandOverState = keyof typeof HandOverState;

export type HandOverEvent = 'accept' | 'decline' | 'withdraw';

/** The receiving region accepts or declines; the offering one may withdraw until then. */
export const HAND_OVER_LIFE: StateMachine<HandOverState, HandOverEvent> = {
  OFFERED: { accept: 'ACCEPTED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  ACCEPTED: {},
  DECLINED: {},
  WITHDRAWN: {},
};

/** Whose step it is: what came in is accepted or declined, what went out is withdrawn. */
export const DIRECTION_OF: Readonly<Record<HandOverEvent, HandOverDirection>> = {
  accept: 'INCOMING',
  decline: 'INCOMING',
  withdraw: 'OUTGOING',
};
