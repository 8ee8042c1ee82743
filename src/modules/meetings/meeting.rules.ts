import type { StateMachine } from '../../platform/errors/state-machine.ts';

export const MeetingKind = { REGIONAL: 'REGIONAL', PROVINCIAL: 'PROVINCIAL', NATIONAL: 'NATIONAL' } as const;
export type MeetingKind = keyof typeof MeetingKind;

export const MeetingState = { CALLED: 'CALLED', HELD: 'HELD', CANCELLED: 'CANCELLED' } as const;
export type MeetingState = keyof typeof MeetingState;

/** The kinds of participants that a meeting of the roll-out brings together. */
export const ParticipantKind = {
  STATE_SECRETARIAT: 'STATE_SECRETARIAT',
  REGIONAL_DIRECTORATE: 'REGIONAL_DIRECTORATE',
  PROVINCIAL_DIRECTORATE: 'PROVINCIAL_DIRECTORATE',
  CHAMBER: 'CHAMBER',
  CONSULTANCY: 'CONSULTANCY',
  ASSOCIATION: 'ASSOCIATION',
  AMIN: 'AMIN',
  LOCAL_AUTHORITY: 'LOCAL_AUTHORITY',
} as const;
export type ParticipantKind = keyof typeof ParticipantKind;

export type MeetingEvent = 'hold' | 'cancel' | 'decide';

/** A meeting is held or called off; its decisions are recorded once it was held. */
export const MEETING_LIFE: StateMachine<MeetingState, MeetingEvent> = {
  CALLED: { hold: 'HELD', cancel: 'CANCELLED' },
  HELD: { decide: 'HELD' },
  CANCELLED: {},
};

/** A decision is late from the day after it is due until it is done, and for ever if it was done later. */
export const isOverdue = (dueOn: string, doneOn: string | null, today: string): boolean => (doneOn ?? today) > dueOn;
