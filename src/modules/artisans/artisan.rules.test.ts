import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { ageBandOf, REGISTER_LIFE } from './artisan.rules.ts';

describe('an age band', () => {
  it('goes by the age reached in the year, its lower bound included', () => {
    const bands = [24, 25, 34, 35, 44, 45, 54, 55, 64, 65, 100].map((age) => ageBandOf(2026 - age, 2026));
    expect(bands).toEqual([
      'UNDER_25',
      ...['FROM_25_TO_34', 'FROM_25_TO_34', 'FROM_35_TO_44', 'FROM_35_TO_44', 'FROM_45_TO_54', 'FROM_45_TO_54'],
      ...['FROM_55_TO_64', 'FROM_55_TO_64', 'FROM_65', 'FROM_65'],
    ]);
  });
});

describe('the life of an entry (decree 2.21.437, art. 13 to 21)', () => {
  it('goes from the application over registration and suspension to deletion, and no further', () => {
    const steps = stepsOf(REGISTER_LIFE, ['accept', 'correct', 'suspend', 'reinstate', 'strikeOff']);
    expect(steps).toEqual([
      ...['APPLIED accept REGISTERED', 'APPLIED correct APPLIED', 'APPLIED strikeOff DELETED'],
      ...['REGISTERED correct REGISTERED', 'REGISTERED suspend SUSPENDED', 'REGISTERED strikeOff DELETED'],
      ...['SUSPENDED correct SUSPENDED', 'SUSPENDED reinstate REGISTERED', 'SUSPENDED strikeOff DELETED'],
    ]);
  });
});
