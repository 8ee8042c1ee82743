import { DatabaseError } from 'pg';

interface Logged {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly [name: string]: unknown;
}

const CAUSES_AT_MOST = 5;
/** Wrong statements: such messages name columns and operators, for values travel apart from the statement. */
const OF_STATEMENTS = /^42/;
/** What PostgreSQL names of the schema; its other fields (message, detail, hint, where) may hold values of people. */
const NAMES = [
  ...['code', 'severity', 'schema', 'table', 'column', 'dataType', 'constraint', 'routine', 'position'],
] as const satisfies readonly (keyof DatabaseError)[];

/** Where an error arose, without its message. */
const framesOf = ({ stack = '' }: Error): string => stack.slice(Math.max(stack.search(/^ {4}at /m), 0));

function ofDatabase(error: DatabaseError): Logged {
  const { code = '' } = error;
  const names = Object.fromEntries(NAMES.map((name) => [name, error[name]]));
  const message = OF_STATEMENTS.test(code) ? error.message : `PostgreSQL error ${code}`;
  return { type: 'DatabaseError', message, ...names, stack: framesOf(error) };
}

/**
 * An error as the log shows it, with what caused it. Of errors of the database only names of the schema are written, for
 * their messages repeat what people gave or are: a national number that is there twice, a date that is none.
 */
function loggedError(error: unknown, depth = 0): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { cause } = error;
  const further = depth < CAUSES_AT_MOST && cause !== undefined ? { cause: loggedError(cause, depth + 1) } : {};
  if (error instanceof DatabaseError) return { ...ofDatabase(error), ...further };
  const { name: type, message, stack = '', code } = error as Error & { code?: unknown };
  return { type, message, code, stack, ...further };
}

export const serializers = { err: (error: unknown): Logged => loggedError(error) };
