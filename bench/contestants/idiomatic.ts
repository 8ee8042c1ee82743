import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { FlushMode, IsolationLevel, MikroORM } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { buildSchema } from 'type-graphql';
import { contest } from './contest.ts';
import { Artisan, Body, Committee, CommitteeMember } from './idiomatic.entities.ts';
import { contextOf, type Context } from './idiomatic.loaders.ts';
import { BodyClass, Profession, Province, Region } from './idiomatic.names.ts';
import { registeringIn } from './idiomatic.registration.ts';
import {
  ArtisanResolver,
  BodyResolver,
  CommitteeResolver,
  RegionResolver,
  RepresentationResolver,
} from './idiomatic.resolvers.ts';
import { settingOf } from './reading.ts';
import { rulebookOf } from './readiness.ts';
import { placesOf } from './registration.ts';
import { authenticatorOf, gatewayAddress, type Settings } from './session.ts';

const RESOLVERS = [ArtisanResolver, BodyResolver, CommitteeResolver, RegionResolver, RepresentationResolver] as const;

const ormOf = (settings: Settings): Promise<MikroORM> =>
  MikroORM.init({
    entities: [Artisan, Body, BodyClass, Committee, CommitteeMember, Profession, Province, Region],
    metadataProvider: ReflectMetadataProvider,
    clientUrl: gatewayAddress(settings),
    pool: { min: settings.poolSize, max: settings.poolSize },
    driverOptions: { options: '-c plan_cache_mode=force_generic_plan' },
    ensureDatabase: false,
  });

async function serve(app: FastifyInstance, settings: Settings): Promise<void> {
  const orm = await ormOf(settings);
  const authenticator = await authenticatorOf(settings);
  const rulebook = await rulebookOf(settings.databaseUrl);
  const registration = registeringIn(await placesOf(settings.databaseUrl));
  const schema = await buildSchema({ resolvers: [...RESOLVERS, registration], validate: false });
  const plugins = [fastifyApolloDrainPlugin(app), ApolloServerPluginCacheControlDisabled()];
  const apollo = new ApolloServer<Context>({ schema, plugins });
  await apollo.start();
  const contexts = new WeakMap<FastifyRequest, Context>();
  const context = (request: FastifyRequest): Promise<Context> => {
    const own = contexts.get(request);
    return own === undefined ? Promise.reject(new Error('The request has no transaction.')) : Promise.resolve(own);
  };
  const answer = fastifyApolloHandler(apollo, { context }).bind(app);
  app.post('/graphql', async (request, reply) => {
    const viewer = await authenticator.viewerOf(request.headers.authorization);
    const writes = viewer.grants.capture.regions.length > 0;
    const isolationLevel = writes ? IsolationLevel.READ_COMMITTED : IsolationLevel.REPEATABLE_READ;
    return orm.em.fork({ flushMode: FlushMode.COMMIT }).transactional(
      async (em) => {
        await em.execute(settingOf(viewer));
        contexts.set(request, contextOf(em, viewer, rulebook));
        return answer(request, reply);
      },
      { isolationLevel, readOnly: !writes },
    );
  });
}

/** The usual stack of parts: Apollo Server, TypeGraphQL and MikroORM, with one class for the row and the type. */
async function listen(settings: Settings): Promise<number> {
  const app = Fastify({ logger: false });
  await serve(app, settings);
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

contest(listen);
