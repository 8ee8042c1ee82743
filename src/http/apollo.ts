import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { executorGateway } from '../graphql/executor.ts';
import { formatError } from '../graphql/format-error.ts';
import { asksForSchema } from '../graphql/introspection.ts';
import { LIMITS, limitsRule } from '../graphql/limits.ts';
import { logFaults } from './faults.ts';

const RESPONSE_TYPE = 'application/graphql-response+json';

/** The schema is told to those who sign in; the ready questions of the explorer work without it. */
const introspectionByRole: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, contextValue }) => {
        if (contextValue.scope.viewer.role !== null || !asksForSchema(document)) return Promise.resolve();
        const extensions = { code: 'INTROSPECTION_DISABLED' };
        throw new GraphQLError('The schema is told to viewers with a token.', { extensions });
      },
    }),
};

const endOfRequest = (log: FastifyInstance['log']): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue }) => {
        logFaults(errors, contextValue, log);
        return Promise.resolve();
      },
      willSendResponse: ({ contextValue }) => {
        contextValue.scope.finish();
        return Promise.resolve();
      },
    }),
});

/**
 * The specification of GraphQL over HTTP: an operation that could not begin is answered with 400, but with 200 to clients
 * that know nothing newer than application/json, which read a 400 as an answer of something on the way.
 */
const statusForOldClients: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        const accepts = request.http?.headers.get('accept') ?? '';
        const began = request.query !== undefined && request.query !== '';
        if (response.http.status === 400 && began && !accepts.includes(RESPONSE_TYPE)) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};

export function apolloFor(app: FastifyInstance, schema: GraphQLSchema): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executorGateway(schema),
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    formatError,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // Nothing rests on cookies, so no other site can use a browser's credentials; a header is asked for all the same.
    csrfPrevention: { requestHeaders: ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name'] },
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every resolver, for hints that no answer here carries.
      ApolloServerPluginCacheControlDisabled(),
      introspectionByRole,
      statusForOldClients,
      endOfRequest(app.log),
    ],
  });
}
