import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal } from '../kernel/refusal.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const UNIQUE_VIOLATION = '23505';
const QUERY_CANCELED = '57014';

/** What PostgreSQL refused, as a refusal of ours; neutral, so that nothing is told of rows out of sight. */
const SQLSTATES: Readonly<Record<string, Refusal>> = {
  [INSUFFICIENT_PRIVILEGE]: new Refusal('FORBIDDEN', 'This is out of the reach of your grants.'),
  [UNIQUE_VIOLATION]: new Refusal('CONFLICT', 'This would repeat something that must be unique.'),
  [QUERY_CANCELED]: new Refusal('OPERATION_TOO_COSTLY', 'The operation took too long. Ask for less at once.'),
};
// Codes that Apollo Server gives to what a client did wrong; such messages are meant for it.
const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'INTROSPECTION_DISABLED',
]);
const FAULT = 'Something went wrong on our side. Tell the operator the request id.';

/** The refusal behind an error, whichever layer raised it; undefined for a fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  const cause = unwrapResolverError(error);
  if (cause instanceof Refusal) return cause;
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? SQLSTATES[code] : undefined;
}

export const isFault = (
  formatted: Pick<GraphQLError, 'extensions'> | GraphQLFormattedError,
  error: unknown,
): boolean => {
  if (refusalOf(error) !== undefined) return false;
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && CLIENT_CODES.has(code)) return false;
  // Wrong variables are told by the executor before anything runs: such an error has no cause and no path.
  return !(error instanceof GraphQLError && error.originalError == null && error.path === undefined);
};

/** The one place where errors become answers. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const where = { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const argument = refusal.argument === undefined ? {} : { argument: refusal.argument };
    return { message: refusal.message, ...where, extensions: { code: refusal.code, ...argument } };
  }
  if (isFault(formatted, error)) {
    const requestId = formatted.extensions?.['requestId'];
    const extensions = { code: 'INTERNAL_SERVER_ERROR', ...(requestId === undefined ? {} : { requestId }) };
    return { message: FAULT, ...where, extensions };
  }
  const code = formatted.extensions?.['code'];
  const ours = typeof code === 'string' && CLIENT_CODES.has(code) ? code : 'BAD_USER_INPUT';
  const limit = formatted.extensions?.['limit'];
  return {
    message: formatted.message,
    ...where,
    extensions: { code: ours, ...(limit === undefined ? {} : { limit }) },
  };
}
