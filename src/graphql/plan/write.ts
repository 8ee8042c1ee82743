import type { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';

/**
 * Stands where a value that may not be null is missing: the nearest value around it that may be null becomes null, and
 * tells why.
 */
export class Missing {
  constructor(readonly why: GraphQLError) {}
}

/** A part of the answer as JSON text. */
export type Written = string | Missing;

/** A part that is there, or will be. */
export type Part = Written | Promise<Written>;

/** The way from the answer to a value, innermost first. */
export interface Path {
  readonly before: Path | undefined;
  readonly key: string | number;
}

export type Variables = Readonly<Record<string, unknown>>;
export type Arguments = Readonly<Record<string, unknown>>;

/** One execution of a plan. */
export interface Run {
  readonly context: Context;
  readonly variables: Variables;
  readonly errors: GraphQLError[];
  /** The arguments of fields whose variables were read already, for a field is asked of many rows. */
  readonly args: Map<object, Arguments>;
}

/** Writes a value: text at once where nothing must be waited for. */
export type Write<Value = unknown> = (value: Value, run: Run, path: Path | undefined) => Part;

export const isPromise = <Value>(value: Value | PromiseLike<Value>): value is PromiseLike<Value> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** Parts that are all there, in their order: each was begun before, and none of them fails by itself. */
export async function whole(parts: readonly Part[]): Promise<Written[]> {
  const there: Written[] = [];
  for (const part of parts) there.push(part instanceof Promise ? await part : part);
  return there;
}

/** A value that may be null, as it is written where it is missing. */
export function orNull(written: Written, { errors }: Run): string {
  if (typeof written === 'string') return written;
  errors.push(written.why);
  return 'null';
}

export function keysOf(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at !== undefined; at = at.before) keys.push(at.key);
  return keys.reverse();
}
