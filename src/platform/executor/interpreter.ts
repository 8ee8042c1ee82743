import type { ApolloServerOptions } from '@apollo/server';
import { execute, locatedError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { finishResponse } from './finish-response.ts';
import { MOST_ERRORS, mustFit } from './serializer.ts';

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
 * Runs operations by the interpreter of graphql-js, as the executor of Apollo Server's gateway interface: introspection, and
 * everything where `EXECUTOR=interpreter` is set.
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
          const made = await execute({ schema, document, operationName, contextValue, variableValues });
          const { errors: found = [], ...result } = bounded(made, answerBytes);
          const { errors, extensions } = await finishResponse(found, contextValue);
          return { ...result, ...(errors.length > 0 ? { errors } : {}), ...(extensions ? { extensions } : {}) };
        },
      }),
    stop: () => Promise.resolve(),
  };
}
