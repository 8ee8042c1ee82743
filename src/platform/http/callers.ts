import type { FastifyInstance } from 'fastify';
import { callersFor, type Caller } from '../auth/caller.ts';
import type { Quotas } from '../config/quotas.ts';
import { budgetExhausted, tooBusy } from './busy.ts';
import { sendDomainError } from './errors.ts';
import type { FaultLog } from './log-errors.ts';
import type { Gate } from './gate.ts';

interface Admission {
  readonly gate: Gate;
  readonly quotas: Quotas;
  readonly log: FaultLog;
}

/** Finds out whose budget a request is on; one that cannot be answered anyway is refused before its body is read. */
export function admitCallers(app: FastifyInstance, { gate, quotas, log }: Admission): void {
  const callerOf = callersFor(quotas);
  app.decorateRequest('caller', null as unknown as Caller);
  app.decorateRequest('admittedContext', null);
  app.addHook('onRequest', (request, reply, done) => {
    request.caller = callerOf(request.viewer, request.ip);
    const exhausted = gate.exhaustedFor(request.caller);
    if (exhausted !== undefined) sendDomainError(reply, budgetExhausted(exhausted));
    else if (gate.isFull) {
      const refusal = tooBusy();
      log.outage(refusal, request.id);
      sendDomainError(reply, refusal);
    } else done();
  });
}
