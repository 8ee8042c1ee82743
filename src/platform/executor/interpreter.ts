import type { ApolloServerOptions } from '@apollo/server';
import { execute, GraphQLError, locatedError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Language } from '../errors/reason.ts';
import { extensionsOf, type Context } from '../graphql/context.ts';
import { refusalOf } from '../graphql/format-error.ts';
import { MOST_ERRORS, mustFit } from './serializer.ts';

const SUGGESTION = / ?Did you mean .*\?$/;

/** An error as it is told: ours in the client's language, and one to which a code and a request id can be given. */
export function localizeError(error: GraphQLError, language: Language): GraphQLError {
  const { message, path, locations } = error;
  const refusal = refusalOf(error)?.in(language);
  // What is wrong with variables is told before anything runs, so that it has no path; the schema is not for guessing.
  const made =
    path === undefined && refusal === undefined
      ? new GraphQLError(message.replace(SUGGESTION, ''))
      : new GraphQLError(message, { path: path ?? null, originalError: refusal ?? error.originalError ?? null });
  return Object.defineProperty(made, 'locations', { value: locations, enumerable: locations !== undefined });
}

/** An answer as it leaves: its refusals in the client's language, and which of its changes were made before. */
function finalizeResult(result: ExecutionResult, context: Context): ExecutionResult {
  const { errors, ...rest } = result;
  const extensions = extensionsOf(context);
  return {
    ...rest,
    ...(errors === undefined ? {} : { errors: errors.map((error) => localizeError(error, context.language)) }),
    ...(extensions === undefined ? {} : { extensions }),
  };
}

/** An answer within the bounds that hold for plans as well; here they are only known at its end. */
function bounded(result: ExecutionResult, most: number): ExecutionResult {
  const { errors = [], data = null } = result;
  const last = errors[MOST_ERRORS];
  if (last !== undefined) return { errors: [last] };
  try {
    mustFit(JSON.stringify({ data, errors }), most);
    return result;
  } catch (error) {
    return { errors: [locatedError(error, [], [])] };
  }
}

type Gateway = NonNullable<ApolloServerOptions<Context>['gateway']>;

/**
 * Gives the interpreter to Apollo Server by its door for executors: it must note who has read what before an answer leaves.
 * What is asked often goes by plans; this is for what is not.
 */
export function executorGateway(schema: GraphQLSchema, answerBytes: number): Gateway {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, operationName, context, request }) => {
          const contextValue = context as Context;
          const variableValues = request.variables;
          const result = await execute({ schema, document, operationName, contextValue, variableValues });
          // Nothing that identifies a person leaves before it is noted who has read it.
          await contextValue.scope.recordSensitiveReads();
          return finalizeResult(bounded(result, answerBytes), contextValue);
        },
      }),
    stop: () => Promise.resolve(),
  };
}
