import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { gatewayPassword, openBudgetPool } from '../postgres/pool.ts';
import type { DocumentCache } from '../executor/document-cache.ts';
import { Budgets } from './budget.ts';
import { Gate } from './gate.ts';
import { releaseWhenSent, Sending } from './sending.ts';
import { WaitingLine } from './waiting-line.ts';

// Operations that hold no connection, or do not need one at this moment, run beside those that do.
const RUNNING_FOR_EACH_CONNECTION = 2;
// One of the dearest, and others beside it.
const POINTS_AT_ONCE = 900_000;
const PATIENCE_MS = 1200;

interface Settings {
  readonly config: Config;
  /** The owner's address of the database. */
  readonly databaseUrl: string;
}

/** Makes what operations pass before they run, for as long as the server does. */
export function openGate(app: FastifyInstance, documents: DocumentCache, { config, databaseUrl }: Settings): Gate {
  const line = new WaitingLine({
    running: RUNNING_FOR_EACH_CONNECTION * config.poolSize,
    points: POINTS_AT_ONCE,
    waiting: config.waitingAtMost,
    waitingOfCaller: config.waitingOfCaller,
    patience: PATIENCE_MS,
  });
  const password = gatewayPassword(databaseUrl, config.gatewayPassword);
  const pool = config.budgetStore === 'postgres' ? openBudgetPool(databaseUrl, password) : undefined;
  const budgets = new Budgets(config.quotas, pool);
  const sending = new Sending();
  app.addHook('onClose', async () => {
    budgets.close();
    sending.close();
    await pool?.end();
  });
  const ceilings = Object.values(config.quotas.callers).map(({ ceiling }) => ceiling);
  releaseWhenSent(app, sending);
  return new Gate(documents, { line, budgets, sending, ceilingWithToken: Math.max(...ceilings) });
}
