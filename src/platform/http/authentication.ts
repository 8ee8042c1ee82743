import type { FastifyInstance } from 'fastify';
import { Authenticator } from '../auth/authenticator.ts';
import { keysUnavailable } from '../auth/keys.ts';
import type { TokenSettings } from '../auth/token.ts';
import { ANONYMOUS, type Viewer } from '../auth/viewer.ts';
import { DomainError } from '../errors/domain-error.ts';
import { sendDomainError } from './errors.ts';
import type { FaultLog } from './log-errors.ts';

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer;
  }
}

/** For machines, and in ASCII: English whatever the language of the answer. */
const challengeOf = ({ message }: DomainError): string =>
  `Bearer error="invalid_token", error_description="${message.replaceAll('"', "'")}"`;

/** Finds out who asks, before anything is read. A wrong token is 401 with the reason, one that cannot be checked 503. */
export function authenticate(app: FastifyInstance, settings: TokenSettings, log: FaultLog): void {
  const authenticator = new Authenticator(settings);
  app.decorateRequest('viewer', null as unknown as Viewer);
  // Not an async function: most requests bring a token that is known, and need no promise of their own.
  app.addHook('onRequest', (request, reply, done) => {
    const found = authenticator.viewerOf(request.headers.authorization);
    if (!(found instanceof Promise)) {
      request.viewer = found;
      done();
      return;
    }
    request.viewer = ANONYMOUS;
    found.then(
      (viewer) => {
        request.viewer = viewer;
        done();
      },
      (error: unknown) => {
        // What is no refusal is a fault of the keys, and its cause goes to the log alone.
        const refusal = error instanceof DomainError ? error : keysUnavailable(error);
        if (refusal.code === 'SERVICE_UNAVAILABLE') log.outage(refusal, request.id);
        else void reply.header('www-authenticate', challengeOf(refusal));
        sendDomainError(reply, refusal);
      },
    );
  });
}
