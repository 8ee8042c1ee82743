import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyRequest } from 'fastify';
import mercurius from 'mercurius';
import { gatewayPassword, openPool } from '../../src/platform/postgres/pool.ts';
import { contest } from './contest.ts';
import { loadersOf } from './mercurius.loaders.ts';
import { resolversOf, type Context } from './mercurius.resolvers.ts';
import { SCHEMA } from './mercurius.schema.ts';
import { Reading } from './reading.ts';
import { rulebookOf } from './readiness.ts';
import { placesOf } from './registration.ts';
import { authenticatorOf, type Settings } from './session.ts';

/** Mercurius with its compiler, which compiles a document when it is asked a second time, over hiraf's own pool. */
async function listen(settings: Settings): Promise<number> {
  const { databaseUrl, poolSize } = settings;
  const authenticator = await authenticatorOf(settings);
  const pool = openPool(databaseUrl, gatewayPassword(databaseUrl, undefined), poolSize);
  const rulebook = await rulebookOf(databaseUrl);
  const app = Fastify({ logger: false });
  await app.register(mercurius, {
    schema: SCHEMA,
    resolvers: resolversOf(pool, await placesOf(databaseUrl)),
    jit: 1,
    context: async (request: FastifyRequest): Promise<Context> => {
      const reading = new Reading(pool, await authenticator.viewerOf(request.headers.authorization));
      return { reading, loaders: loadersOf(reading, rulebook) };
    },
  });
  app.graphql.addHook('onResolution', (_execution, context) => {
    (context as unknown as Context).reading.end();
    return Promise.resolve();
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
