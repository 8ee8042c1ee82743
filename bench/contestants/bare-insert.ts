import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { gatewayPassword, openPool } from '../../src/platform/postgres/pool.ts';
import { contest } from './contest.ts';
import { inserted, placesOf, type Application } from './registration.ts';
import { authenticatorOf, type Settings } from './session.ts';

/** The least that can be done under the same policies: one insert in one transaction, and no GraphQL. */
async function listen(settings: Settings): Promise<number> {
  const authenticator = await authenticatorOf(settings);
  const pool = openPool(settings.databaseUrl, gatewayPassword(settings.databaseUrl, undefined), settings.poolSize);
  const placeOf = await placesOf(settings.databaseUrl);
  const app = Fastify({ logger: false });
  app.post('/register', async (request) => {
    const viewer = await authenticator.viewerOf(request.headers.authorization);
    const application = request.body as Application;
    return { id: await inserted(pool, viewer, { application, placed: placeOf(application) }) };
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
