import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays, daysBetween, gregorianOf, isDay, today, yearsAfter } from './dates.ts';

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

describe('a day of the calendar', () => {
  it.each(['2026-01-31', '2024-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '0000-01-01',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '+02026-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('comes so many years after another', () => {
    expect([yearsAfter('1984-05-06', 15), yearsAfter('0905-05-06', 15)]).toEqual(['1999-05-06', '0920-05-06']);
  });
});

describe('a Hijri year', () => {
  // As in the tables of the calendar: 1 Muharram of the year.
  it.each([
    [1300, 1882],
    [1404, 1983],
    [1434, 2012],
    [1447, 2025],
    [1500, 2076],
  ])('%i begins in %i', (hijri, year) => {
    expect(gregorianOf(hijri)).toBe(year);
  });

  it.each([1299, 1501, 1984, 2026])('is not %i', (year) => {
    expect(gregorianOf(year)).toBeNull();
  });
});

describe('a day so many days later', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('of %s and %i is %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later);
  });
});
