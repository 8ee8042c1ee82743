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
