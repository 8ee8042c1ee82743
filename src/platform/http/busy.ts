import { COMMON } from '../errors/common.reasons.ts';
import { temporaryError, type DomainError, type ErrorCode } from '../errors/domain-error.ts';
import type { Exhausted } from './budget.ts';
import type { Refused } from './waiting-line.ts';

const SECOND_MS = 1000;
const SOONEST_SECONDS = 2;
const BUSY_SECONDS = 4;

/** The HTTP status of a request that is refused for the moment. */
export const BUSY_STATUS: Partial<Record<ErrorCode, number>> = { RATE_LIMITED: 429, SERVICE_UNAVAILABLE: 503 };

/** A caller, or its group, has spent what it has for this minute. */
export function budgetExhausted({ ofGroup, retryInMs, perMinute }: Exhausted): DomainError {
  const reason = ofGroup ? COMMON.GROUP_BUDGET_EXHAUSTED : COMMON.BUDGET_EXHAUSTED;
  const seconds = Math.max(1, Math.ceil(retryInMs / SECOND_MS));
  return temporaryError('RATE_LIMITED', { reason, values: { seconds, perMinute } });
}

/** The server has more to do than it can; clients come back at different moments, so that they do not meet again. */
export function tooBusy(): DomainError {
  const seconds = SOONEST_SECONDS + Math.floor(Math.random() * BUSY_SECONDS);
  return temporaryError('SERVICE_UNAVAILABLE', { reason: COMMON.TOO_BUSY, values: { seconds } });
}

export const tooManyAtOnce = (): DomainError =>
  temporaryError('RATE_LIMITED', { reason: COMMON.TOO_MANY_AT_ONCE, values: { seconds: 1 } });

export const refusalOfLine = (why: Refused): DomainError =>
  why === 'TOO_MANY_OF_CALLER' ? tooManyAtOnce() : tooBusy();

/** In how many seconds to try again; undefined where that would not help. */
export function retryAfterOf({ code, details }: DomainError): number | undefined {
  if (!(code in BUSY_STATUS)) return undefined;
  const { retryAfter } = details;
  return typeof retryAfter === 'number' ? retryAfter : BUSY_SECONDS;
}
