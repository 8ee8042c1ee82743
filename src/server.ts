import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import type { RawBuilder } from 'kysely';
import pg from 'pg';
import { verificationKeys } from './access/keys.ts';
import { referenceOf } from './access/reference.ts';
import { ReferenceStore } from './access/reference.store.ts';
import { Operation } from './access/operation.ts';
import { keepForgetting } from './access/upkeep.ts';
import type { Config } from './config/config.ts';
import { gatewayPassword, gatewayUrl, openPool } from './database/gateway.ts';
import { Probe } from './database/probe.ts';
import { territorySource } from './domain/territory/index.ts';
import { explorer } from './explorer/explorer.ts';
import type { Context } from './graphql/context.ts';
import { LIMITS } from './graphql/limits.ts';
import { Operations } from './graphql/operations.ts';
import { apolloFor } from './http/apollo.ts';
import { authenticate } from './http/authentication.ts';
import { Connections, timeLimits } from './http/connections.ts';
import { answerErrors, refuseOtherMethods } from './http/errors.ts';
import { health } from './http/health.ts';
import { languageOf } from './http/language.ts';
import { answerPlanned } from './http/planned.ts';
import { heldInMemory, referenceSources, schemaOf } from './schema.ts';

const CLOSE_WITHIN_MS = 3000;

declare module 'fastify' {
  interface FastifyInstance {
    readonly connections: Connections;
  }
}

const REQUEST_ID = /^[\w.:-]{1,64}$/;

export interface ServerOptions {
  readonly config: Config;
  /** The owner's address of a database that is migrated and holds the reference data. */
  readonly databaseUrl: string;
  /** Told of each statement before it runs. */
  readonly observe?: (statement: RawBuilder<unknown>) => void;
}

function fastifyFor(config: Config): FastifyInstance {
  return Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.bytes,
    ...timeLimits(config),
    // A plain request id of the client's is taken over, so that its log and ours can be read together.
    genReqId: ({ headers: { 'x-request-id': id } }) =>
      typeof id === 'string' && REQUEST_ID.test(id) ? id : randomUUID(),
  });
}

interface Gates {
  readonly pool: pg.Pool;
  readonly probe: Probe;
  readonly store: ReferenceStore;
  readonly keys: JWTVerifyGetKey;
}

async function gatesTo(options: ServerOptions, app: FastifyInstance): Promise<Gates> {
  const { config, databaseUrl } = options;
  const password = gatewayPassword(databaseUrl, config.gatewayPassword);
  const pool = openPool(databaseUrl, password, config.poolSize);
  const probe = new Probe(gatewayUrl(databaseUrl, password));
  const store = new ReferenceStore(pool, referenceSources, {
    connect: () => new pg.Client({ connectionString: gatewayUrl(databaseUrl, password), keepAlive: true }),
    onFault: (error) => {
      app.log.error({ err: error }, 'the reference data could not be loaded again');
    },
  });
  // The probe takes its connection before there is load.
  await Promise.all([store.open(), probe.trouble()]);
  return { pool, probe, store, keys: await verificationKeys(config.jwt.jwksUrl, config.dataDir) };
}

async function serveGraphql(app: FastifyInstance, { pool, store, keys }: Gates, options: ServerOptions): Promise<void> {
  const { issuer, audience } = options.config.jwt;
  const findProvince = (code: string) => {
    const found = referenceOf(store.snapshot, territorySource).provinces.find(
      (p) => p.code === code || p.hcpCode === code,
    );
    return found === undefined ? undefined : { id: found.provinceId, regionId: found.regionId };
  };
  const schema = await schemaOf();
  const apollo = apolloFor(app, schema);
  await apollo.start();
  const contextOf = (request: FastifyRequest): Context => {
    const source = { pool, snapshot: store.snapshot, observe: options.observe };
    const scope = new Operation(request.viewer, source, request.id);
    return { scope, requestId: request.id, language: languageOf(request.headers['accept-language']) };
  };
  const general = fastifyApolloHandler(apollo, { context: (request) => Promise.resolve(contextOf(request)) });
  const operations = new Operations(schema, heldInMemory);
  await app.register((graphql, _options, done) => {
    authenticate(graphql, { issuer, audience, keys, findProvince });
    graphql.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      handler: answerPlanned({ operations, contextOf, otherwise: general.bind(app) }),
    });
    refuseOtherMethods(graphql, '/graphql');
    done();
  });
}

/** The whole service over one database: assembled, not yet listening. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastifyFor(options.config);
  const gates = await gatesTo(options, app);
  app.addHook('onRequest', (request, reply, done) => {
    // A reply is a promise of its own end, so it must not be awaited here.
    void reply.header('x-request-id', request.id);
    done();
  });
  app.decorate('connections', new Connections(app, options.config.maxConnections));
  answerErrors(app);
  health(app, gates.probe, app.connections);
  await serveGraphql(app, gates, options);
  await explorer(app);
  const endForgetting = keepForgetting(gates.pool, (error) => {
    app.log.error({ err: error }, 'old idempotency keys could not be forgotten');
  });
  app.addHook('onClose', async () => {
    gates.probe.close();
    const closed = endForgetting()
      .then(() => gates.store.close())
      .then(() => gates.pool.end())
      .then(() => true);
    // A database that hangs does not answer to the end of a connection.
    const isClosed = await Promise.race([closed, sleep(CLOSE_WITHIN_MS, false, { ref: false })]);
    if (!isClosed) app.log.warn('the database does not answer; its connections are left to it');
  });
  return app;
}
