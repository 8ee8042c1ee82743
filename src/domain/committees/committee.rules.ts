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

/** In what capacity somebody sits in a preparatory committee. */
export const MemberCapacity = {
  ARTISAN: 'ARTISAN',
  ASSOCIATION: 'ASSOCIATION',
  AMIN: 'AMIN',
  CHAMBER: 'CHAMBER',
  ADMINISTRATION: 'ADMINISTRATION',
} as const;
export type MemberCapacity = keyof typeof MemberCapacity;
