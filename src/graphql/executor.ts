import type { ApolloServerOptions } from '@apollo/server';
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Language } from '../kernel/reason.ts';
import type { Context } from './context.ts';
import { refusalOf } from './format-error.ts';
import { asksForSchema } from './introspection.ts';
import { withDefaults } from './variables.ts';

interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly contextValue: Context;
  readonly variableValues: Record<string, unknown> | undefined;
}

type Compiled = CompiledQuery | { errors: ExecutionResult['errors'] };

/** The errors of compiled queries are frozen; ours are given a code and a request id, and are told in the client's language. */
function extensible(error: GraphQLError, language: Language): GraphQLError {
  const { message, path, locations } = error;
  const originalError = refusalOf(error)?.in(language) ?? error.originalError;
  const made = new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null });
  return Object.defineProperty(made, 'locations', { value: locations, enumerable: locations !== undefined });
}

/** An answer as it leaves: its refusals in the client's language, and which of its changes were made before. */
function told(result: ExecutionResult, { language, scope }: Context): ExecutionResult {
  const { errors, ...rest } = result;
  return {
    ...rest,
    ...(errors === undefined ? {} : { errors: errors.map((error) => extensible(error, language)) }),
    ...(scope.replays.length === 0 ? {} : { extensions: { replayed: scope.replays } }),
  };
}

/**
 * Executes documents as compiled functions. They are kept as long as the server keeps the parsed document, whose store
 * is bounded, so that nobody can fill the memory with documents.
 */
function jitExecutor(schema: GraphQLSchema) {
  const cache = new WeakMap<DocumentNode, Map<string, Compiled>>();

  const compiledFor = (document: DocumentNode, operationName: string | null): Compiled => {
    const operations = cache.get(document) ?? new Map<string, Compiled>();
    cache.set(document, operations);
    const key = operationName ?? '';
    const known = operations.get(key);
    if (known !== undefined) return known;
    const made = compileQuery<unknown, unknown>(schema, document, operationName ?? undefined) as Compiled;
    operations.set(key, made);
    return made;
  };

  return async ({ document, operationName, contextValue, variableValues }: Operation): Promise<ExecutionResult> => {
    // Introspection is rare and large: interpreting it is quicker than compiling it.
    if (asksForSchema(document)) return execute({ schema, document, operationName, contextValue, variableValues });
    const compiled = compiledFor(document, operationName);
    if (!isCompiledQuery(compiled as CompiledQuery)) return compiled as ExecutionResult;
    const variables = withDefaults(document, operationName, variableValues);
    return (compiled as CompiledQuery).query(undefined, contextValue, variables);
  };
}

type Gateway = NonNullable<ApolloServerOptions<Context>['gateway']>;

/** Gives the executor to Apollo Server, whose only door for one is that of a gateway. */
export function executorGateway(schema: GraphQLSchema): Gateway {
  const run = jitExecutor(schema);
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, operationName, context, request }) => {
          const contextValue = context as Context;
          const result = await run({ document, operationName, contextValue, variableValues: request.variables });
          // Nothing that identifies a person leaves before it is noted who has read it.
          await contextValue.scope.noteReads();
          return told(result, contextValue);
        },
      }),
    stop: () => Promise.resolve(),
  };
}
