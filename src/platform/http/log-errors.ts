import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import { RequestOver } from '../tenancy/tenant-scope.ts';
import type { Context } from '../graphql/context.ts';
import { isFault, refusalOf } from '../graphql/format-error.ts';
import type { DomainError } from '../errors/domain-error.ts';

const AGAIN_AFTER_MS = 10_000;

/** What is written of faults and outages: each fault with its cause, and of what meets every request a line now and then. */
export class FaultLog {
  readonly #outages = new Map<string, { readonly until: number; unwritten: number }>();

  constructor(private readonly log: FastifyBaseLogger) {}

  /** Writes down the faults among errors, and gives each the id of its request; their causes are for the log alone. */
  errors(errors: readonly GraphQLError[], { requestId }: Pick<Context, 'requestId'>): void {
    for (const error of errors) {
      if (error.originalError instanceof RequestOver) continue;
      const refusal = refusalOf(error);
      if (refusal?.code === 'SERVICE_UNAVAILABLE') this.outage(refusal, requestId);
      if (!isFault(error, error)) continue;
      error.extensions['requestId'] = requestId;
      this.log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'fault');
    }
  }

  /** Writes down why requests are not served, once in ten seconds for each reason: thousands may be refused in one. */
  outage(refusal: DomainError, requestId: string): void {
    const reason = refusal.faults[0]?.reason.code ?? refusal.code;
    const known = this.#outages.get(reason);
    const now = performance.now();
    if (known !== undefined && now < known.until) {
      known.unwritten += 1;
      return;
    }
    const before = known?.unwritten ?? 0;
    this.#outages.set(reason, { until: now + AGAIN_AFTER_MS, unwritten: 0 });
    this.log.warn({ reason, err: refusal.cause, requestId, refusedBefore: before }, 'requests are refused');
  }
}
