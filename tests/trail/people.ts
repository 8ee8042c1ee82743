import { mutationOf } from '../support/commands.ts';

/** An application for the register; the number makes a person of their own. */
export const application = (number: number, more: object = {}): Record<string, unknown> => ({
  idempotencyKey: `person-${String(number)}`,
  ...{ province: 'MA-FES', profession: 'VEH-01', kind: 'ARTISAN', sex: 'FEMALE', qualification: 'DIPLOMA' },
  ...{ nameAr: 'فاطمة العلوي', nameLatin: 'Fatima Alaoui', birthDate: '1988-03-02' },
  nationalId: `CD${String(number).padStart(6, '0')}`,
  ...more,
});

/** Answers nothing that identifies anybody. */
export const REGISTER = mutationOf('registerArtisan');

export interface Registered {
  readonly id: string;
  readonly version: number;
}
