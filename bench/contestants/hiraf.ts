import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../../src/platform/config/config.ts';
import { buildServer } from '../../src/server.ts';
import { contest } from './contest.ts';
import { AUDIENCE, ISSUER, type Settings } from './session.ts';

// The load of the bench is that of hundreds of callers, sent by few: budgets and places are counted as ever, and suffice.
const CALLERS = ['regional-viewer', 'regional-officer', 'central-service', 'tenant'];
const each = (bound: number): string => CALLERS.map((who) => `${who}=${String(bound)}`).join();

/** Hiraf as it is shipped; only its tokens are signed by a local key, which no production server has. */
async function listen({ databaseUrl, poolSize, folder }: Settings): Promise<number> {
  const config = parseConfig({
    DATABASE_URL: databaseUrl,
    POOL_SIZE: String(poolSize),
    DATA_DIR: folder,
    JWT_ISSUER: ISSUER,
    JWT_AUDIENCE: AUDIENCE,
    LOG_LEVEL: 'silent',
    POINTS_PER_MINUTE: each(2_000_000_000),
    OPERATIONS_AT_ONCE: each(1000),
  });
  const app = await buildServer({ config, databaseUrl });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
