import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isUnavailable } from '../postgres/unavailable.ts';
import { COMMON } from '../errors/common.reasons.ts';
import { shortened, type ErrorReason } from '../errors/reason.ts';
import { DomainError, domainError, unavailable, type ErrorCode } from '../errors/domain-error.ts';

const MOST_LETTERS = 500;
const INSUFFICIENT_PRIVILEGE = '42501';
const UNIQUE_VIOLATION = '23505';
const BAD_CHARACTER = '22021';

const because = (code: ErrorCode, reason: ErrorReason): DomainError => domainError(code, { path: '', reason });
/** What PostgreSQL refused, as an error of ours; it does not disclose rows of other tenants. */
const SQLSTATES: Readonly<Record<string, DomainError>> = {
  [INSUFFICIENT_PRIVILEGE]: because('FORBIDDEN', COMMON.OUT_OF_REACH),
  [UNIQUE_VIOLATION]: because('CONFLICT', COMMON.REPEATED),
  [BAD_CHARACTER]: because('BAD_USER_INPUT', COMMON.BAD_CHARACTER),
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
export const FAULT = 'Something went wrong on our side. Tell the operator the request id.';

/** The refusal behind an error, whichever layer raised it; undefined for a fault. */
export function refusalOf(error: unknown): DomainError | undefined {
  const cause = unwrapResolverError(error);
  if (cause instanceof DomainError) return cause;
  if (isUnavailable(cause)) return unavailable(COMMON.UNAVAILABLE, cause);
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
  // Wrong variables are found by the executor before anything runs: such an error has no cause and no path.
  return !(error instanceof GraphQLError && error.originalError == null && error.path === undefined);
};

/** The parts of an answer that are there, and none that is undefined. */
const present = (parts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));

/** The path of a variable that could not be parsed: graphql-js puts it into the message only. */
function argumentOf(message: string): string | undefined {
  const [, variable] = /^Variable "\$(\w+)" (?:got invalid value|of (?:required|non-null) type) /.exec(message) ?? [];
  if (variable === undefined) return undefined;
  return new RegExp(` at "(${variable}[\\w.[\\]]*)"; `).exec(message)?.[1] ?? variable;
}

function answerOf(formatted: GraphQLFormattedError, error: unknown): { message: string; extensions: object } {
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const { message, code, argument, reasons, details } = refusal;
    return { message, extensions: present({ code, argument, reasons, ...details }) };
  }
  const { code, limit, requestId } = formatted.extensions ?? {};
  if (isFault(formatted, error)) {
    return { message: FAULT, extensions: present({ code: 'INTERNAL_SERVER_ERROR', requestId }) };
  }
  // The general server repeats what a client has sent, which may be as long as a request.
  const message = shortened(formatted.message, MOST_LETTERS);
  // Apollo gives every rule of validation the same code; a bound has one of its own.
  if (limit !== undefined) return { message, extensions: { code: 'OPERATION_TOO_COSTLY', limit } };
  const ours = typeof code === 'string' && CLIENT_CODES.has(code) ? code : 'BAD_USER_INPUT';
  return { message, extensions: present({ code: ours, argument: argumentOf(message) }) };
}

/** The one place where errors become answers. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, extensions } = answerOf(formatted, error);
  // Only of an error with a path is the cause found, so that one of a whole answer has an empty one.
  const at = path?.length === 0 ? undefined : path;
  return { message, ...present({ locations, path: at }), extensions: { ...extensions } };
}
