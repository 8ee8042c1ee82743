import { describe, expect, it } from 'vitest';
import { alertFrom } from './case.rules.ts';

describe('an alert on national numbers', () => {
  it('comes at half of what an officer may do on one day, rounded up', () => {
    expect([1, 2, 5, 20].map(alertFrom)).toEqual([1, 1, 3, 10]);
  });
});
