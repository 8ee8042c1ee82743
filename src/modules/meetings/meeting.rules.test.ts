import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { isOverdue, MEETING_LIFE } from './meeting.rules.ts';

describe('a meeting', () => {
  it('is held or cancelled once, and takes decisions after it was held', () => {
    expect(stepsOf(MEETING_LIFE, ['hold', 'cancel', 'decide'])).toEqual([
      ...['CALLED hold HELD', 'CALLED cancel CANCELLED', 'HELD decide HELD'],
    ]);
  });
});

describe('a decision', () => {
  it('is late from the day after it is due until it is done', () => {
    expect(isOverdue('2026-03-01', null, '2026-03-01')).toBe(false);
    expect(isOverdue('2026-03-01', null, '2026-03-02')).toBe(true);
  });

  it('that was done late stays so, and one that was done in time does not become late', () => {
    expect(isOverdue('2026-03-01', '2026-03-02', '2026-05-01')).toBe(true);
    expect(isOverdue('2026-03-01', '2026-03-01', '2026-05-01')).toBe(false);
  });
});
