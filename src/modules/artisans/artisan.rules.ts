import type { StateMachine } from '../../platform/errors/state-machine.ts';

/** Decree 2.21.437, art. 3: the register holds four kinds of registrants. */
export const ArtisanKind = {
  ARTISAN: 'ARTISAN',
  MASTER: 'MASTER',
  COOPERATIVE: 'COOPERATIVE',
  ENTERPRISE: 'ENTERPRISE',
} as const;
export type ArtisanKind = keyof typeof ArtisanKind;

export const Sex = { FEMALE: 'FEMALE', MALE: 'MALE' } as const;
export type Sex = keyof typeof Sex;

export const RegisterState = {
  APPLIED: 'APPLIED',
  REGISTERED: 'REGISTERED',
  SUSPENDED: 'SUSPENDED',
  DELETED: 'DELETED',
} as const;
export type RegisterState = keyof typeof RegisterState;

export const Qualification = { DIPLOMA: 'DIPLOMA', PRACTICE: 'PRACTICE' } as const;
export type Qualification = keyof typeof Qualification;

export const DeletionGround = { EX_OFFICIO: 'EX_OFFICIO', ON_REQUEST: 'ON_REQUEST' } as const;
export type DeletionGround = keyof typeof DeletionGround;

export const AgeBand = {
  UNDER_25: 'UNDER_25',
  FROM_25_TO_34: 'FROM_25_TO_34',
  FROM_35_TO_44: 'FROM_35_TO_44',
  FROM_45_TO_54: 'FROM_45_TO_54',
  FROM_55_TO_64: 'FROM_55_TO_64',
  FROM_65: 'FROM_65',
} as const;
export type AgeBand = keyof typeof AgeBand;

const UPPER_BOUNDS: readonly (readonly [number, AgeBand])[] = [
  [25, 'UNDER_25'],
  [35, 'FROM_25_TO_34'],
  [45, 'FROM_35_TO_44'],
  [55, 'FROM_45_TO_54'],
  [65, 'FROM_55_TO_64'],
];

/** The band of the age reached in the reference year, as in a census; the same rule stands in SQL as `app.age_band`. */
export function ageBandOf(birthYear: number, referenceYear: number): AgeBand {
  const age = referenceYear - birthYear;
  return UPPER_BOUNDS.find(([bound]) => age < bound)?.[1] ?? 'FROM_65';
}

export type RegisterEvent = 'accept' | 'correct' | 'suspend' | 'reinstate' | 'strikeOff';

/** The life of an entry (decree 2.21.437, art. 13 to 21); re-entry after deletion is a new application. */
export const REGISTER_LIFE: StateMachine<RegisterState, RegisterEvent> = {
  APPLIED: { accept: 'REGISTERED', correct: 'APPLIED', strikeOff: 'DELETED' },
  REGISTERED: { correct: 'REGISTERED', suspend: 'SUSPENDED', strikeOff: 'DELETED' },
  SUSPENDED: { correct: 'SUSPENDED', reinstate: 'REGISTERED', strikeOff: 'DELETED' },
  DELETED: {},
};
