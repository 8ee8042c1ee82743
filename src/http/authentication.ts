import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../access/authenticator.ts';
import { TOKEN } from '../access/token.reasons.ts';
import type { TokenSettings } from '../access/token.ts';
import { ANONYMOUS, type Viewer } from '../access/viewer.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import type { FaultLog } from './faults.ts';
import { languageOf } from './language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer;
  }
}

const RETRY_AFTER_SECONDS = 5;

/** Why the viewer is not known: what is no refusal is a fault of the keys, and its cause goes to the log alone. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const refusal = refuse('SERVICE_UNAVAILABLE', {
    ...{ path: '', reason: TOKEN.KEYS_UNAVAILABLE, values: { seconds: RETRY_AFTER_SECONDS } },
  });
  refusal.cause = error;
  return refusal;
}

function answerRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { headers, id } = reply.request;
  const { code, message, reasons } = refusal.in(languageOf(headers['accept-language']));
  const extensions = { code, reasons, requestId: id };
  if (code === 'SERVICE_UNAVAILABLE') {
    void reply.code(503).header('retry-after', RETRY_AFTER_SECONDS);
    return reply.send({ errors: [{ message, extensions: { ...extensions, retryable: true } }] });
  }
  // The header is for machines, and ASCII: its text is English.
  const description = refusal.message.replaceAll('"', "'");
  void reply.code(401).header('www-authenticate', `Bearer error="invalid_token", error_description="${description}"`);
  return reply.send({ errors: [{ message, extensions }] });
}

/** Finds out who asks, before anything is read. A wrong token is 401 with the reason, one that cannot be checked 503. */
export function authenticate(app: FastifyInstance, settings: TokenSettings, log: FaultLog): void {
  const authenticator = new Authenticator(settings);
  app.decorateRequest('viewer', null as unknown as Viewer);
  app.addHook('onRequest', async (request: FastifyRequest, reply) => {
    request.viewer = ANONYMOUS;
    try {
      request.viewer = await authenticator.viewerOf(request.headers.authorization);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code === 'SERVICE_UNAVAILABLE') log.outage(refusal, request.id);
      await answerRefusal(reply, refusal);
    }
  });
}
