export const OutreachKind = { MEETING: 'MEETING', CARAVAN: 'CARAVAN', FIELD_VISIT: 'FIELD_VISIT' } as const;
export type OutreachKind = keyof typeof OutreachKind;

export const OutreachState = { PLANNED: 'PLANNED', HELD: 'HELD', CANCELLED: 'CANCELLED' } as const;
export type OutreachState = keyof typeof OutreachState;
