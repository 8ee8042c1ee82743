import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { executorGateway } from '../executor/interpreter.ts';
import { formatError } from '../graphql/format-error.ts';
import type { FaultLog } from './log-errors.ts';
import { MEANT, RESPONSE_TYPE } from './graphql-request.ts';

/** Nothing runs that has not passed the gate: this server only says what is wrong with requests of another form. */
const gateOnly: ApolloServerPlugin<Context> = {
  requestDidStart: ({ contextValue }) =>
    Promise.resolve({
      didResolveOperation: () => {
        if (contextValue.isAdmitted) return Promise.resolve();
        const extensions = { code: 'BAD_REQUEST', http: { status: 400 } };
        throw new GraphQLError('This is not a request of GraphQL over HTTP.', { extensions });
      },
    }),
};

const endOfRequest = (log: FaultLog): ApolloServerPlugin<Context> => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue }) => {
        log.errors(errors, contextValue);
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

interface Making {
  readonly schema: GraphQLSchema;
  /** How many tokens a document may hold. */
  readonly tokens: number;
  /** Bytes that an answer may have. */
  readonly answerBytes: number;
  readonly log: FaultLog;
}

export function createApolloServer(
  app: FastifyInstance,
  { schema, tokens, answerBytes, log }: Making,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executorGateway(schema, answerBytes),
    parseOptions: { maxLexicalTokens: tokens },
    // The gate has checked what comes here.
    dangerouslyDisableValidation: true,
    documentStore: null,
    formatError,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // Nothing rests on cookies, so no other site can use a browser's credentials; a header is asked for all the same.
    csrfPrevention: { requestHeaders: MEANT },
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      // It wraps every resolver, for hints that no answer here carries.
      ApolloServerPluginCacheControlDisabled(),
      gateOnly,
      statusForOldClients,
      endOfRequest(log),
    ],
  });
}
