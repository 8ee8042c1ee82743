import { describe, expect, it } from 'vitest';
import { stated } from '../../../tests/support/pure.ts';
import { COMMON } from './common.reasons.ts';
import { badInput, domainError, DomainError, MOST_REASONS, temporaryError } from './domain-error.ts';
import { formatReason, reasons, shortened } from './reason.ts';
import { Violations } from './violations.ts';

const TEXTS = reasons({
  TOO_FEW: { ar: 'أقل من {least}', fr: 'moins de {least}', en: 'fewer than {least}', source: 'Law 50.17, art. 11' },
});
const fault = { path: 'input.seats', reason: TEXTS.TOO_FEW, values: { least: 5 } };

describe('what is wrong with an input', () => {
  it('is gathered, and refused at once', () => {
    const faults = new Violations();
    faults.addIf(false, 'a', COMMON.EMPTY_TEXT);
    faults.throwIfAny();
    faults.addIf(true, 'b', COMMON.EMPTY_TEXT);
    faults.addAll([fault]);
    faults.add('c', COMMON.DAY_BEFORE, { earliest: '2026-01-01' });
    expect(stated(faults.found)).toEqual(['b EMPTY_TEXT', 'input.seats TOO_FEW', 'c DAY_BEFORE']);
    expect(() => {
      faults.throwIfAny();
    }).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'b' }) as unknown);
    expect(() => {
      faults.throwIfAny('CONFLICT');
    }).toThrow(expect.objectContaining({ code: 'CONFLICT' }) as unknown);
  });

  it('includes the refusals of what is looked up, and no others', () => {
    const faults = new Violations();
    expect(faults.capture(() => 7)).toBe(7);
    const refused = faults.capture(() => {
      throw domainError('NOT_FOUND', fault);
    });
    expect(refused).toBeNull();
    expect(stated(faults.found)).toEqual(['input.seats TOO_FEW']);
    const failing = (error: Error) => () =>
      faults.capture(() => {
        throw error;
      });
    expect(failing(new Error('no connection'))).toThrow('no connection');
    expect(failing(new DomainError('FORBIDDEN', 'no grant'))).toThrow('no grant');
    expect(faults.found).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('says each reason with its path, source and values, in the language asked for', () => {
    const refusal = domainError('CONFLICT', fault);
    expect(refusal).toMatchObject({
      name: 'Refusal',
      code: 'CONFLICT',
      argument: 'input.seats',
      message: 'fewer than 5',
    });
    expect(refusal.reasons).toEqual([
      { code: 'TOO_FEW', path: 'input.seats', message: 'fewer than 5', source: 'Law 50.17, art. 11' },
    ]);
    const arabic = refusal.in('ar');
    expect(arabic).toMatchObject({ code: 'CONFLICT', argument: 'input.seats', message: 'أقل من 5' });
    expect(arabic.reasons?.[0]?.message).toBe('أقل من 5');
  });

  it('of several reasons joins their texts, and names no argument where none is at fault', () => {
    const refusal = domainError('CONFLICT', [{ ...fault, path: '' }, fault]);
    expect(refusal.message).toBe('fewer than 5 fewer than 5');
    expect(refusal.in('fr').message).toBe('moins de 5 moins de 5');
    expect(refusal.argument).toBeUndefined();
  });

  it('without reasons has its message in every language', () => {
    const refusal = badInput('first', 'It is 100 at most.');
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first', faults: [], details: {} });
    expect(refusal.reasons).toBeUndefined();
    expect(refusal.current).toBeUndefined();
    expect(refusal.in('fr').message).toBe('It is 100 at most.');
  });

  it('lists no more than twenty reasons, and says how many there are besides', () => {
    const all = (count: number) =>
      domainError(
        'BAD_USER_INPUT',
        Array.from({ length: count }, () => fault),
      );
    expect(all(MOST_REASONS).faults).toHaveLength(20);
    const { faults } = all(MOST_REASONS + 3);
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toEqual({ path: '', reason: COMMON.MORE_REASONS, values: { count: 3 } });
  });

  it('brings what it has besides: the thing as it is now, and when to ask again', () => {
    expect(domainError('CONFLICT', fault, { current: { version: 2 } }).current).toEqual({ version: 2 });
    const cause = new Error('full');
    const busy = temporaryError('RATE_LIMITED', { reason: TEXTS.TOO_FEW, values: { seconds: 3, least: 1 } }, cause);
    expect(busy).toMatchObject({ code: 'RATE_LIMITED', cause, details: { retryable: true, retryAfter: 3 } });
    expect(busy.argument).toBeUndefined();
  });
});

describe('a reason', () => {
  it('has its name for a code', () => {
    expect(TEXTS.TOO_FEW.code).toBe('TOO_FEW');
  });

  it('takes values of each language, long ones cut, and leaves out what is not given', () => {
    const text = { ar: '{what}', fr: '«{what}»', en: '"{what}"' };
    expect(formatReason(text, 'fr', { what: { ar: 'لجنة', fr: 'comité', en: 'committee' } })).toBe('«comité»');
    expect(formatReason(text, 'en', { what: 'x'.repeat(300) })).toBe(`"${'x'.repeat(200)}…"`);
    expect(formatReason(text, 'en')).toBe('""');
  });

  it('shortens only what is too long', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('abc…');
  });
});
