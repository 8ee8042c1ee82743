import { describe, expect, it } from 'vitest';
import { refusalOfLine } from './busy.ts';

describe('an operation that the waiting line does not take', () => {
  it.each([
    ['LINE_FULL', 'SERVICE_UNAVAILABLE', 'TOO_BUSY'],
    ['WAITED_TOO_LONG', 'SERVICE_UNAVAILABLE', 'TOO_BUSY'],
    ['TOO_MANY_OF_CALLER', 'RATE_LIMITED', 'TOO_MANY_AT_ONCE'],
  ] as const)('may be sent again: %s', (why, code, reason) => {
    const refusal = refusalOfLine(why);
    expect(refusal.code).toBe(code);
    expect(refusal.reasons?.map((one) => one.code)).toEqual([reason]);
    expect(refusal.details).toMatchObject({ retryable: true, retryAfter: expect.any(Number) as number });
  });
});
