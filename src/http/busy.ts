import { COMMON } from '../kernel/common.reasons.ts';
import type { Reason, Values } from '../kernel/reason.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Refused } from './waiting-line.ts';

const SECOND_MS = 1000;
const SOONEST_SECONDS = 2;
const BUSY_SECONDS = 4;

/** Refuses with the time after which to try again: in the error and, by `retryAfterOf`, in the header. */
const later = (code: 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE', reason: Reason, values: Values & { seconds: number }) =>
  refuse(code, { path: '', reason, values }).with({ retryable: true, retryAfter: values.seconds });

/** A caller has spent what it has for this minute. */
export function budgetExhausted(retryInMs: number, perMinute: number): Refusal {
  const seconds = Math.max(1, Math.ceil(retryInMs / SECOND_MS));
  return later('RATE_LIMITED', COMMON.BUDGET_EXHAUSTED, { seconds, perMinute });
}

/** The server has more to do than it can; clients come back at different moments, so that they do not meet again. */
export const tooBusy = (): Refusal =>
  later('SERVICE_UNAVAILABLE', COMMON.TOO_BUSY, {
    seconds: SOONEST_SECONDS + Math.floor(Math.random() * BUSY_SECONDS),
  });

export const tooManyAtOnce = (): Refusal => later('RATE_LIMITED', COMMON.TOO_MANY_AT_ONCE, { seconds: 1 });

export const refusalOfLine = (why: Refused): Refusal => (why === 'TOO_MANY_OF_CALLER' ? tooManyAtOnce() : tooBusy());

/** In how many seconds to try again; undefined where that would not help. */
export function retryAfterOf({ code, details }: Refusal): number | undefined {
  if (code !== 'RATE_LIMITED' && code !== 'SERVICE_UNAVAILABLE') return undefined;
  const { retryAfter } = details;
  return typeof retryAfter === 'number' ? retryAfter : BUSY_SECONDS;
}
