import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';

const PATIENCE_MS = 3000;

/** A database that accepts connections but does not answer is no more ready than one that is gone. */
async function answers(pool: Pool): Promise<void> {
  const patience = new AbortController();
  const tooLate = sleep(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
    throw new Error(`The database did not answer within ${String(PATIENCE_MS)} ms.`);
  });
  try {
    await Promise.race([pool.query('select 1'), tooLate]);
  } finally {
    patience.abort();
  }
}

/** Live: the process answers. Ready: the database answers too. */
export function health(app: FastifyInstance, pool: Pool): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    try {
      await answers(pool);
      return { status: 'ready' };
    } catch (error) {
      app.log.warn({ err: error }, 'not ready');
      return reply.code(503).send({ status: 'not ready' });
    }
  });
}
