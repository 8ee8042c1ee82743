import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { isFault } from '../graphql/format-error.ts';

/** Gives each fault among the errors the id of the request, and tells its cause to the log alone. */
export function logFaults(errors: readonly GraphQLError[], { requestId }: Context, log: FastifyBaseLogger): void {
  for (const error of errors) {
    if (!isFault(error, error)) continue;
    error.extensions['requestId'] = requestId;
    log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'fault');
  }
}
