import { afterEach, describe, expect, it, vi } from 'vitest';
import { daysBetween, today } from './dates.ts';

describe('today', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    // The kingdom is one hour ahead of UTC, save in Ramadan.
    ['2025-11-19T23:30:00Z', '2025-11-20'],
    ['2025-11-19T22:59:59Z', '2025-11-19'],
    ['2026-03-01T23:30:00Z', '2026-03-01'],
  ])('is the day in the kingdom: at %s, %s', (moment, day) => {
    vi.useFakeTimers({ now: new Date(moment) });
    expect(today()).toBe(day);
  });
});

describe('the days between', () => {
  it.each([
    ['2025-11-20', '2025-11-20', 0],
    ['2025-11-20', '2025-12-05', 15],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-12-05', '2025-11-20', -15],
    // The clocks of many countries change in between.
    ['2025-03-01', '2025-04-01', 31],
  ])('%s and %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
