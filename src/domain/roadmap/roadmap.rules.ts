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

/** A milestone is late from the day after its planned day until it is reached, and for ever if it was reached after it. */
export function isLate(plannedOn: string, actualOn: string | null, today: string): boolean {
  return (actualOn ?? today) > plannedOn;
}
