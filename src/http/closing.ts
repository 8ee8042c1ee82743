import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 50;

/**
 * Lets connections go as soon as they have their last answer. They would else be kept alive for whole minutes, and with
 * them the process that is told to stop.
 */
export function letGoWhenClosing(app: FastifyInstance): void {
  app.addHook('preClose', (done) => {
    const timer = setInterval(() => {
      app.server.closeIdleConnections();
    }, LOOK_EVERY_MS);
    app.server.once('close', () => {
      clearInterval(timer);
    });
    // A server that never listened has no connections and is never closed.
    timer.unref();
    done();
  });
}
