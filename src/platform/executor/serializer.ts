import type { GraphQLError } from 'graphql';
import { DomainError, domainError } from '../errors/domain-error.ts';
import type { Context } from '../graphql/context.ts';
import { LIMIT_REASONS } from '../graphql/limits.reasons.ts';

/** Refuses an answer that is larger than one may be: the net below the cost of an operation, for texts longer than usual. */
const tooLarge = (bytes: number): DomainError =>
  domainError(
    'OPERATION_TOO_COSTLY',
    { path: '', reason: LIMIT_REASONS.ANSWER_TOO_LARGE, values: { limit: bytes / 1_000_000 } },
    { details: { limit: 'bytes' } },
  );

export const isTooLarge = (error: unknown): boolean =>
  error instanceof DomainError && error.details['limit'] === 'bytes';

/** How many fields of an operation may fail; with one more, the answer is that error alone. */
export const MOST_ERRORS = 1000;

/**
 * Stands where a value that may not be null is missing: the nearest value around it that may be null becomes null, and
 * adds the error.
 */
export class NullPropagation {
  constructor(readonly why: GraphQLError) {}
}

/** A part of the answer as JSON text. */
export type SerializedValue = string | NullPropagation;

/** A part that is there, or will be. */
export type MaybeSerialized = SerializedValue | Promise<SerializedValue>;

/** The way from the answer to a value, innermost first. */
export interface Path {
  readonly before: Path | undefined;
  readonly key: string | number;
}

export type Variables = Readonly<Record<string, unknown>>;
export type Arguments = Readonly<Record<string, unknown>>;

/** One execution of a plan. */
export interface ExecutionContext {
  readonly context: Context;
  readonly variables: Variables;
  readonly errors: GraphQLError[];
  /** The arguments of fields whose variables were read already, for a field is asked of many rows. */
  readonly args: Map<object, Arguments>;
  /** How long the objects are that were written so far, in letters. */
  letters: number;
  /** How many fields could not be had so far. */
  failures: number;
  /** Why there is no answer, where too many could not, or it is too large: nothing around it takes its place. */
  end: NullPropagation | undefined;
  /** Bytes that the answer may have. */
  readonly most: number;
}

export const runOf = ({
  context,
  variables,
  most,
}: Pick<ExecutionContext, 'context' | 'variables' | 'most'>): ExecutionContext => ({
  context,
  variables,
  most,
  errors: [],
  args: new Map(),
  letters: 0,
  failures: 0,
  end: undefined,
});

/** Counts letters that were written; throws where they are more than an answer may have. */
export function count(letters: number, run: ExecutionContext): void {
  run.letters += letters;
  if (run.letters > run.most) throw tooLarge(run.most);
}

const MOST_BYTES_OF_A_LETTER = 3;

/** Throws where a whole answer is too long in bytes; counting them is left out where its letters are few. */
export function mustFit(text: string, most: number): void {
  if (text.length * MOST_BYTES_OF_A_LETTER > most && Buffer.byteLength(text) > most) throw tooLarge(most);
}

/** Writes a value: text at once where nothing must be waited for. */
export type Serializer<Value = unknown> = (
  value: Value,
  run: ExecutionContext,
  path: Path | undefined,
) => MaybeSerialized;

export const isPromise = <Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** Parts that are all there, in their order: each was begun before, and none of them fails by itself. */
export async function awaitInOrder(parts: readonly MaybeSerialized[]): Promise<SerializedValue[]> {
  const there: SerializedValue[] = [];
  for (const part of parts) there.push(part instanceof Promise ? await part : part);
  return there;
}

/** A value that may be null, as it is written where it is missing. */
export function nullOnError(written: SerializedValue, { errors, end }: ExecutionContext): SerializedValue {
  if (typeof written === 'string' || written === end) return written;
  errors.push(written.why);
  return 'null';
}

export function keysOf(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at !== undefined; at = at.before) keys.push(at.key);
  return keys.reverse();
}
