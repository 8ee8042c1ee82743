import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stated } from '../../../tests/support/pure.ts';
import { DomainError } from './domain-error.ts';
import { calendarFaults, dayOf, momentFaults, requireValidDay, validateDay, validateText } from './validators.ts';

// Half past midnight in the kingdom; in UTC it is still the day before.
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-07-01T23:30:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the day of a step', () => {
  it('is today in the kingdom unless stated', () => {
    expect(dayOf(null)).toBe('2026-07-02');
    expect(dayOf(undefined)).toBe('2026-07-02');
    expect(dayOf('2026-01-05')).toBe('2026-01-05');
  });

  it('is today at the latest', () => {
    expect(validateDay('2026-07-02', 'input.on')).toEqual([]);
    expect(stated(validateDay('2026-07-03', 'input.on'))).toEqual(['input.on DAY_IN_FUTURE']);
  });

  it('is not before what it follows', () => {
    expect(validateDay('2026-03-01', 'input.on', '2026-03-01')).toEqual([]);
    const [fault] = validateDay('2026-02-28', 'input.on', '2026-03-01');
    expect(fault).toMatchObject({
      path: 'input.on',
      reason: { code: 'DAY_BEFORE' },
      values: { earliest: '2026-03-01' },
    });
  });

  it('is answered where it is valid, and refused with its path where it is not', () => {
    expect(requireValidDay(null)).toBe('2026-07-02');
    expect(requireValidDay('2026-03-02', '2026-03-01')).toBe('2026-03-02');
    const early = (): string => requireValidDay('2026-02-01', '2026-03-01');
    expect(early).toThrow(DomainError);
    expect(early).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'input.effectiveOn' }) as unknown,
    );
  });
});

describe('a text', () => {
  it('has one letter at least and no more than fit', () => {
    expect(validateText('x', 'input.reason')).toEqual([]);
    expect(validateText('x'.repeat(500), 'input.reason')).toEqual([]);
    expect(stated(validateText('', 'input.reason'))).toEqual(['input.reason EMPTY_TEXT']);
    const [long] = validateText('x'.repeat(501), 'input.reason');
    expect(long).toMatchObject({ path: 'input.reason', reason: { code: 'TEXT_TOO_LONG' }, values: { limit: 500 } });
    expect(stated(validateText('xxx', 'input.text', 2))).toEqual(['input.text TEXT_TOO_LONG']);
  });

  it('that is not given has nothing wrong', () => {
    expect(validateText(null, 'input.reason')).toEqual([]);
    expect(validateText(undefined, 'input.reason')).toEqual([]);
  });
});

describe('a day of the calendar', () => {
  const codesOf = (text: string): string[] => stated(calendarFaults(text, 'at'));

  it('is taken from 1900 to 2100', () => {
    for (const day of ['1900-01-01', '2026-02-28', '2024-02-29', '2100-12-31']) expect(codesOf(day), day).toEqual([]);
    expect(codesOf('1899-12-31')).toEqual(['at DAY_OUT_OF_RANGE']);
    expect(codesOf('2101-01-01')).toEqual(['at DAY_OUT_OF_RANGE']);
    expect(codesOf('0000-01-01')).toEqual(['at DAY_OUT_OF_RANGE']);
  });

  it('exists, and has its form', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '01/02/2026', '', '2026-03-01T00:00']) {
      expect(codesOf(text), text).toEqual(['at NOT_A_DAY']);
    }
  });

  it('of the Hijri calendar is named as such, with the year that is meant', () => {
    const [fault] = calendarFaults('1447-09-01', 'at');
    expect(fault).toMatchObject({ reason: { code: 'HIJRI_YEAR' }, values: { year: '1447', gregorian: 2025 } });
    expect(codesOf('1447-30-40')).toEqual(['at HIJRI_YEAR']);
  });

  it('is repeated in the refusal as far as it is short and can be seen', () => {
    const valueOf = (text: string) => calendarFaults(text, 'at')[0]?.values?.['value'];
    expect(valueOf('tomorrow')).toBe('tomorrow');
    expect(valueOf('x'.repeat(100))).toBe('x'.repeat(30));
    expect(valueOf('2026\u202E')).toBe('…');
    expect(calendarFaults('1800-01-01', 'at')[0]?.values).toEqual({
      ...{ value: '1800-01-01', earliest: '1900-01-01', latest: '2100-12-31' },
    });
  });
});

describe('a moment', () => {
  const codesOf = (moment: Date): string[] => stated(momentFaults(moment, 'at'));

  it('is one, from 1900 to 2100', () => {
    expect(codesOf(new Date('1900-01-01T00:00:00Z'))).toEqual([]);
    expect(codesOf(new Date('2100-12-31T23:59:59Z'))).toEqual([]);
    expect(codesOf(new Date('1899-12-31T23:59:59Z'))).toEqual(['at MOMENT_OUT_OF_RANGE']);
    expect(codesOf(new Date('2101-01-01T00:00:00Z'))).toEqual(['at MOMENT_OUT_OF_RANGE']);
    expect(codesOf(new Date(Number.NaN))).toEqual(['at NOT_A_MOMENT']);
  });
});
