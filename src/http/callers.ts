import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, type Caller } from '../access/caller.ts';
import type { Quotas } from '../config/quotas.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { budgetExhausted, retryAfterOf, tooBusy } from './busy.ts';
import type { FaultLog } from './faults.ts';
import type { Gate } from './gate.ts';
import { languageOf } from './language.ts';

const STATUS = { RATE_LIMITED: 429, SERVICE_UNAVAILABLE: 503 } as const;

function refuseEarly(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { code, message, reasons, details } = refusal.in(languageOf(request.headers['accept-language']));
  const extensions = { code, reasons, ...details, requestId: request.id };
  const status = STATUS[code as keyof typeof STATUS];
  return reply
    .code(status)
    .header('retry-after', String(retryAfterOf(refusal) ?? 1))
    .send({ errors: [{ message, extensions }] });
}

interface Admission {
  readonly gate: Gate;
  readonly quotas: Quotas;
  readonly log: FaultLog;
}

/** Finds out whose budget a request is on; one that cannot be answered anyway is refused before its body is read. */
export function admitCallers(app: FastifyInstance, { gate, quotas, log }: Admission): void {
  app.decorateRequest('caller', null as unknown as Caller);
  app.decorateRequest('admittedContext', null);
  app.addHook('onRequest', (request, reply, done) => {
    request.caller = callerOf(request.viewer, request.ip, quotas);
    const wait = gate.emptyFor(request.caller);
    if (wait > 0) void refuseEarly(request, reply, budgetExhausted(wait, request.caller.quota.pointsPerMinute));
    else if (gate.isFull) {
      const refusal = tooBusy();
      log.outage(refusal, request.id);
      void refuseEarly(request, reply, refusal);
    } else done();
  });
}
