import { describe, expect, it } from 'vitest';
import { isLate, phaseState } from './roadmap.rules.ts';

describe('isLate', () => {
  const planned = '2026-03-31';

  it.each([
    ['is not late on its planned day', null, '2026-03-31', false],
    ['is late from the day after', null, '2026-04-01', true],
    ['is not late before its planned day', null, '2025-12-31', false],
    ['is not late once reached in time, however long ago', '2026-03-31', '2027-01-01', false],
    ['stays late when reached after its planned day', '2026-04-01', '2027-01-01', true],
    ['is not late when reached early', '2026-01-15', '2026-02-01', false],
  ])('a milestone %s', (_, actualOn, today, late) => {
    expect(isLate(planned, actualOn, today)).toBe(late);
  });
});

describe('phaseState', () => {
  it.each([
    ['has not started while no first day is known', null, null, 'NOT_STARTED'],
    ['is under way from its first day', '2025-11-20', null, 'UNDER_WAY'],
    ['is finished with its last day', '2025-11-20', '2026-01-31', 'FINISHED'],
    ['is finished where only its last day was entered', null, '2026-01-31', 'FINISHED'],
  ] as const)('a phase %s', (_, actualFrom, actualTo, state) => {
    expect(phaseState(actualFrom, actualTo)).toBe(state);
  });
});
