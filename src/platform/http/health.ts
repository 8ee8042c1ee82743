import type { FastifyInstance } from 'fastify';
import type { Probe } from '../postgres/probe.ts';
import type { Connections } from './connections.ts';

/** Why a server is not ready: stable codes, each with what it means. */
const REASONS = {
  DATABASE_DOWN: 'The database does not answer.',
  WRITES_FAIL: 'The database answers, but it takes no changes: its disk is full, or it is a standby or read only.',
  STOPPING: 'This server is stopping and takes no new clients.',
} as const;

type Reason = keyof typeof REASONS;

/** Live: the process answers. Ready: the database can be read and written too, and the server is not stopping. */
export function health(app: FastifyInstance, probe: Probe, connections: Connections): void {
  let last: Reason | undefined;
  const reasonNow = async (): Promise<Reason | undefined> => {
    if (connections.isStopping) return 'STOPPING';
    const trouble = await probe.trouble();
    // What changes is worth a line; a load balancer asks every few seconds.
    if (trouble !== undefined && trouble.reason !== last) app.log.warn(trouble, 'not ready');
    if (trouble === undefined && last !== undefined) app.log.info('ready again');
    last = trouble?.reason;
    return last;
  };
  app.get('/health/live', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const reason = await reasonNow();
    void reply.header('cache-control', 'no-store');
    if (reason === undefined) return { status: 'ready' };
    return reply.code(503).send({ status: 'not ready', reason, message: REASONS[reason] });
  });
}
