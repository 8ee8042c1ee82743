import { describe, expect, it } from 'vitest';
import { COMMON } from './common.reasons.ts';
import { badInput, domainError, MOST_REASONS, temporaryError, unavailable } from './domain-error.ts';
import { reasons } from './reason.ts';

const TEXTS = reasons({
  TOO_FEW: { ar: 'أقل من {least}', fr: 'moins de {least}', en: 'fewer than {least}', source: 'Law 50.17, art. 11' },
});
const fault = { path: 'input.seats', reason: TEXTS.TOO_FEW, values: { least: 5 } };

it('keeps its cause in every language, for the log', () => {
  const cause = new Error('connect ECONNREFUSED');
  const refusal = unavailable(COMMON.UNAVAILABLE, cause);
  expect(refusal.in('ar')).toMatchObject({ code: 'SERVICE_UNAVAILABLE', cause, details: { retryable: true } });
  expect(refusal.in('ar').message).toBe(COMMON.UNAVAILABLE.ar);
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
