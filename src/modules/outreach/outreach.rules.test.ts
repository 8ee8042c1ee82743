import { expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { SESSION_LIFE } from './outreach.rules.ts';

it('A session is held or cancelled once, and its artisans are recorded after it was held', () => {
  expect(stepsOf(SESSION_LIFE, ['hold', 'cancel', 'reach'])).toEqual([
    ...['PLANNED hold HELD', 'PLANNED cancel CANCELLED', 'HELD reach HELD'],
  ]);
});
