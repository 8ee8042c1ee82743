import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';

/** Live: the process answers. Ready: the database answers too. */
export function health(app: FastifyInstance, pool: Pool): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await pool.query('select 1');
      return { status: 'ready' };
    } catch (error) {
      app.log.warn({ err: error }, 'not ready');
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
