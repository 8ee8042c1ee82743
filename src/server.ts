import { randomUUID } from 'node:crypto';
import type { Statement } from './platform/postgres/sql.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import pg from 'pg';
import { localKeys, type Keys } from './platform/auth/keys.ts';
import { referenceOf } from './platform/tenancy/reference.ts';
import { ReferenceCache } from './platform/tenancy/reference-cache.ts';
import { RemoteKeys, type KeyTiming } from './platform/auth/remote-keys.ts';
import { RequestScope } from './platform/tenancy/request-scope.ts';
import { scheduleKeyExpiry } from './platform/audit/key-expiry.ts';
import type { Config } from './platform/config/config.ts';
import { gatewayPassword, gatewayUrl, openPool } from './platform/postgres/pool.ts';
import { Probe } from './platform/postgres/probe.ts';
import { territorySource } from './modules/territory/territory.reads.ts';
import { explorer } from './platform/http/explorer.ts';
import { PriceList } from './platform/executor/cost/price-list.ts';
import { DocumentCache } from './platform/executor/document-cache.ts';
import { createApolloServer } from './platform/http/apollo.ts';
import { authenticate } from './platform/http/authentication.ts';
import { openGate } from './platform/http/admission.ts';
import { admitCallers } from './platform/http/callers.ts';
import { refuseConnection, refuseTunnels } from './platform/http/client-errors.ts';
import { compressAnswers } from './platform/http/compression.ts';
import { Connections, connectionOptions } from './platform/http/connections.ts';
import { allowOrigins } from './platform/http/cors.ts';
import { registerErrorHandlers, refuseUnreadable } from './platform/http/errors.ts';
import { answerGraphql, type ContextOf } from './platform/http/graphql.ts';
import { FaultLog } from './platform/http/log-errors.ts';
import { health } from './platform/http/health.ts';
import { languageOf } from './platform/http/language.ts';
import { serializers } from './platform/http/log.ts';
import { checkRequests } from './platform/http/requests.ts';
import { schemaFile } from './platform/http/schema-file.ts';
import { findRow, inMemoryTypes, referenceSources, buildGraphqlSchema } from './schema.ts';

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
  /** Called with each statement before it runs. */
  readonly observe?: (statement: Statement<unknown>) => void;
  /** How often keys are loaded from a key server. */
  readonly keyTiming?: KeyTiming;
}

function fastifyFor(config: Config): FastifyInstance {
  return Fastify({
    // Unlike the logger's own stream, this one goes on after a write that failed for want of disk.
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, serializers, stream: process.stdout },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.requestBytes,
    trustProxy: config.trustedProxies ?? false,
    ...connectionOptions(config),
    clientErrorHandler: refuseConnection,
    frameworkErrors: refuseUnreadable,
    // A plain request id of the client's is taken over, so that its log and ours can be read together.
    genReqId: ({ headers: { 'x-request-id': id } }) =>
      typeof id === 'string' && REQUEST_ID.test(id) ? id : randomUUID(),
  });
}

interface Backends {
  readonly pool: pg.Pool;
  readonly probe: Probe;
  readonly store: ReferenceCache;
  readonly keys: Keys;
}

function keysOf({ config, keyTiming }: ServerOptions, app: FastifyInstance): Promise<Keys> {
  const { jwksUrl } = config.jwt;
  if (jwksUrl === undefined) return localKeys(config.dataDir);
  const onFault = (error: unknown): void => {
    app.log.warn({ err: error }, 'the keys of tokens could not be loaded');
  };
  return RemoteKeys.open({ url: jwksUrl, onFault, timing: keyTiming });
}

async function connectBackends(options: ServerOptions, app: FastifyInstance): Promise<Backends> {
  const { config, databaseUrl } = options;
  const password = gatewayPassword(databaseUrl, config.gatewayPassword);
  const pool = openPool(databaseUrl, password, config.poolSize);
  const probe = new Probe(gatewayUrl(databaseUrl, password));
  const store = new ReferenceCache(pool, referenceSources, {
    connect: () => new pg.Client({ connectionString: gatewayUrl(databaseUrl, password), keepAlive: true }),
    onFault: (error) => {
      app.log.error({ err: error }, 'the reference data could not be loaded again');
    },
  });
  // The probe takes its connection before there is load.
  await Promise.all([store.open(), probe.trouble()]);
  return { pool, probe, store, keys: await keysOf(options, app) };
}

function documentsFor(schema: GraphQLSchema, { answerBytes, documentLimits }: Config): DocumentCache {
  return new DocumentCache(new PriceList(schema), { schema, held: inMemoryTypes, answerBytes }, documentLimits);
}

const contextFor =
  ({ pool, store }: Pick<Backends, 'pool' | 'store'>, { config, observe }: ServerOptions): ContextOf =>
  (request, admitted) => {
    const { numberLimits: limits } = config;
    const source = { pool, snapshot: store.snapshot, find: findRow, limits, observe };
    const scope = new RequestScope(request.viewer, source, request.id);
    const language = languageOf(request.headers['accept-language']);
    return { scope, requestId: request.id, language, isAdmitted: admitted !== null, cost: admitted?.cost };
  };

const provinceIn = (store: ReferenceCache) => (code: string) => {
  const { provinces } = referenceOf(store.snapshot, territorySource);
  const found = provinces.find((p) => p.code === code || p.hcpCode === code);
  return found === undefined ? undefined : { id: found.provinceId, regionId: found.regionId };
};

async function serveGraphql(
  app: FastifyInstance,
  { pool, store, keys }: Backends,
  options: ServerOptions,
): Promise<void> {
  const { issuer, audience, maxLife } = options.config.jwt;
  const schema = await buildGraphqlSchema();
  const log = new FaultLog(app.log);
  const { documentLimits, answerBytes } = options.config;
  const apollo = createApolloServer(app, { schema, tokens: documentLimits.tokens, answerBytes, log });
  await apollo.start();
  const contextOf = contextFor({ pool, store }, options);
  const general = fastifyApolloHandler(apollo, {
    context: (request) => Promise.resolve(request.admittedContext ?? contextOf(request, null)),
  });
  const documents = documentsFor(schema, options.config);
  const gate = openGate(app, documents, options);
  const interpretsAll = options.config.executor === 'interpreter';
  await app.register((graphql, _options, done) => {
    authenticate(graphql, { issuer, audience, maxLife, keys, findProvince: provinceIn(store) }, log);
    admitCallers(graphql, { gate, quotas: options.config.quotas, log });
    graphql.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      handler: answerGraphql({ gate, documents, contextOf, general: general.bind(app), interpretsAll, log }),
    });
    schemaFile(graphql, schema);
    done();
  });
}

async function closed(app: FastifyInstance, gates: Backends, endForgetting: () => Promise<void>): Promise<void> {
  gates.keys.close();
  gates.probe.close();
  const closing = endForgetting()
    .then(() => gates.store.close())
    .then(() => gates.pool.end())
    .then(() => true);
  // A database that hangs does not answer to the end of a connection.
  const isClosed = await Promise.race([closing, sleep(CLOSE_WITHIN_MS, false, { ref: false })]);
  if (!isClosed) app.log.warn('the database does not answer; its connections are left to it');
}

/** The whole service over one database: assembled, not yet listening. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastifyFor(options.config);
  const gates = await connectBackends(options, app);
  app.addHook('onRequest', (request, reply, done) => {
    // A reply is a promise of its own end, so it must not be awaited here.
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  app.decorate('connections', new Connections(app, options.config.maxConnections));
  await allowOrigins(app, options.config.corsOrigins);
  checkRequests(app);
  compressAnswers(app);
  refuseTunnels(app);
  registerErrorHandlers(app);
  health(app, gates.probe, app.connections);
  await serveGraphql(app, gates, options);
  await explorer(app);
  const endForgetting = scheduleKeyExpiry(gates.pool, (error) => {
    app.log.error({ err: error }, 'old idempotency keys could not be forgotten');
  });
  app.addHook('onClose', () => closed(app, gates, endForgetting));
  return app;
}
