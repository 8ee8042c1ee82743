import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Authenticator } from '../access/authenticator.ts';
import type { TokenSettings } from '../access/token.ts';
import { ANONYMOUS, type Viewer } from '../access/viewer.ts';
import { Refusal } from '../kernel/refusal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer;
  }
}

/** Finds out who asks, before anything is read. A wrong token is answered with 401 and the reason. */
export function authenticate(app: FastifyInstance, settings: TokenSettings): void {
  const authenticator = new Authenticator(settings);
  app.decorateRequest('viewer', null as unknown as Viewer);
  app.addHook('onRequest', async (request: FastifyRequest, reply) => {
    request.viewer = ANONYMOUS;
    try {
      request.viewer = await authenticator.viewerOf(request.headers.authorization);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, message } = error;
      await reply
        .code(401)
        .header('www-authenticate', `Bearer error="invalid_token", error_description="${message.replaceAll('"', "'")}"`)
        .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
    }
  });
}
