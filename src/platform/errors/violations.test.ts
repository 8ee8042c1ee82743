import { describe, expect, it } from 'vitest';
import { stated } from '../../../tests/support/pure.ts';
import { COMMON } from './common.reasons.ts';
import { domainError, DomainError } from './domain-error.ts';
import { Violations } from './violations.ts';

const fault = { path: 'input.seats', reason: COMMON.NOT_POSITIVE };

describe('what is wrong with an input', () => {
  it('is gathered, and refused at once', () => {
    const faults = new Violations();
    faults.addIf(false, 'a', COMMON.EMPTY_TEXT);
    faults.throwIfAny();
    faults.addIf(true, 'b', COMMON.EMPTY_TEXT);
    faults.addAll([fault]);
    faults.add('c', COMMON.DAY_BEFORE, { earliest: '2026-01-01' });
    expect(stated(faults.found)).toEqual(['b EMPTY_TEXT', 'input.seats NOT_POSITIVE', 'c DAY_BEFORE']);
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
    expect(stated(faults.found)).toEqual(['input.seats NOT_POSITIVE']);
    const failing = (error: Error) => () =>
      faults.capture(() => {
        throw error;
      });
    expect(failing(new Error('no connection'))).toThrow('no connection');
    expect(failing(new DomainError('FORBIDDEN', 'no grant'))).toThrow('no grant');
    expect(faults.found).toHaveLength(1);
  });
});
