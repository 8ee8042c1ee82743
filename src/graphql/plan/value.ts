import { GraphQLError, locatedError, type FieldNode } from 'graphql';
import {
  isPromise,
  keysOf,
  Missing,
  orNull,
  type Part,
  type Path,
  type Run,
  type Write,
  type Written,
} from './write.ts';

/** Where a value belongs: what is told of it when it fails. */
export interface Place {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
}

export const nullable =
  (write: Write): Write =>
  (value, run, path) =>
    value === null || value === undefined ? 'null' : write(value, run, path);

export const nonNull =
  (write: Write, { coordinate }: Place): Write =>
  (value, run, path) => {
    if (value !== null && value !== undefined) return write(value, run, path);
    throw new Error(`Cannot return null for non-nullable field ${coordinate}.`);
  };

/** What is written where a value could not be had; the error is told by the nearest value that may be null. */
export function failed(error: unknown, { nodes }: Place, at: { run: Run; path: Path; isNullable: boolean }): Written {
  const missing = new Missing(locatedError(error, nodes, keysOf(at.path)));
  return at.isNullable ? orNull(missing, at.run) : missing;
}

/** Writes an item whatever becomes of it: what goes wrong is told at its path. */
export function guarded(write: Write, place: Place, isNullable: boolean): Write {
  const fail = (error: unknown, run: Run, path: Path | undefined): Written =>
    failed(error, place, { run, path: path ?? { before: undefined, key: '' }, isNullable });
  const settled = (written: Written, run: Run): Written => (isNullable ? orNull(written, run) : written);
  return (value, run, path) => {
    try {
      const written: Part = isPromise(value)
        ? Promise.resolve(value).then((there) => write(there, run, path))
        : write(value, run, path);
      if (typeof written === 'string') return written;
      if (written instanceof Missing) return settled(written, run);
      return written.then(
        (text) => settled(text, run),
        (error: unknown) => fail(error, run, path),
      );
    } catch (error) {
      return fail(error, run, path);
    }
  };
}

const joined = (parts: readonly Written[]): Written =>
  parts.find((part) => part instanceof Missing) ?? `[${(parts as string[]).join(',')}]`;

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** A list whose items are written by `item`, which guards them. */
export const list =
  (item: Write, { coordinate }: Place): Write =>
  (value, run, path) => {
    if (!isIterable(value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${coordinate}".`);
    }
    const parts: Part[] = [];
    let waits = false;
    for (const each of value) {
      const written = item(each, run, { before: path, key: parts.length });
      if (written instanceof Missing) return written;
      if (typeof written === 'object') waits = true;
      parts.push(written);
    }
    return waits ? Promise.all(parts as Promise<Written>[]).then(joined) : joined(parts as Written[]);
  };
