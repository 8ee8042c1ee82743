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
