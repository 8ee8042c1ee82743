import { expect, it } from 'vitest';
import { COMMON } from './common.reasons.ts';
import { unavailable } from './domain-error.ts';

it('keeps its cause in every language, for the log', () => {
  const cause = new Error('connect ECONNREFUSED');
  const refusal = unavailable(COMMON.UNAVAILABLE, cause);
  expect(refusal.in('ar')).toMatchObject({ code: 'SERVICE_UNAVAILABLE', cause, details: { retryable: true } });
  expect(refusal.in('ar').message).toBe(COMMON.UNAVAILABLE.ar);
});
