import type { FastifyInstance } from 'fastify';
import { callersFor, type Caller } from '../access/caller.ts';
import type { Quotas } from '../config/quotas.ts';
import { budgetExhausted, tooBusy } from './busy.ts';
import { sendRefusal } from './errors.ts';
import type { FaultLog } from './faults.ts';
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
    if (exhausted !== undefined) sendRefusal(reply, budgetExhausted(exhausted));
    else if (gate.isFull) {
      const refusal = tooBusy();
      log.outage(refusal, request.id);
      sendRefusal(reply, refusal);
    } else done();
  });
}
