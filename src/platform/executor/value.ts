import { GraphQLError, locatedError, type FieldNode } from 'graphql';
import {
  count,
  isPromise,
  isTooLarge,
  keysOf,
  NullPropagation,
  MOST_ERRORS,
  nullOnError,
  awaitInOrder,
  type MaybeSerialized,
  type Path,
  type ExecutionContext,
  type Serializer,
  type SerializedValue,
} from './serializer.ts';

/** Where a value belongs, for its error. */
export interface FieldLocation {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
}

export const nullable =
  (write: Serializer): Serializer =>
  (value, run, path) =>
    value === null || value === undefined ? 'null' : write(value, run, path);

export const nonNull =
  (write: Serializer, { coordinate }: FieldLocation): Serializer =>
  (value, run, path) => {
    if (value !== null && value !== undefined) return write(value, run, path);
    throw new Error(`Cannot return null for non-nullable field ${coordinate}.`);
  };

/** Where a field or an item stands, and what becomes of it where it cannot be had. */
interface ValueLocation extends FieldLocation {
  readonly isNullable: boolean;
  /** Its path, made of the one that its writer is given. */
  readonly pathOf: (given: Path | undefined) => Path | undefined;
}

export interface ErrorBoundary {
  /** Writes a value, whatever becomes of it. */
  readonly write: Serializer;
  /** What is written in its place; the error is added by the nearest nullable value. */
  readonly fail: (error: unknown, run: ExecutionContext, given: Path | undefined) => SerializedValue;
}

const settledOf =
  ({ isNullable }: ValueLocation) =>
  (written: SerializedValue, run: ExecutionContext): SerializedValue =>
    isNullable ? nullOnError(written, run) : written;

function failingOf(spot: ValueLocation): ErrorBoundary['fail'] {
  const { nodes, pathOf } = spot;
  const settled = settledOf(spot);
  return (error, run, given) => {
    // An error takes a hundred times as long as a value, and as much room: their number is bounded by itself.
    if (run.end !== undefined) return run.end;
    run.failures += 1;
    const missing = new NullPropagation(locatedError(error, nodes, keysOf(pathOf(given))));
    if (isTooLarge(error) || run.failures > MOST_ERRORS) run.end = missing;
    return settled(missing, run);
  };
}

/** Writes values that may have to be waited for and may fail: errors have their path. */
export function withErrorBoundary(write: Serializer, spot: ValueLocation): ErrorBoundary {
  const [settled, fail] = [settledOf(spot), failingOf(spot)];
  const later = (
    part: Promise<SerializedValue>,
    run: ExecutionContext,
    given: Path | undefined,
  ): Promise<SerializedValue> =>
    part.then(
      (written) => settled(written, run),
      (error: unknown) => fail(error, run, given),
    );
  const there: Serializer = (value, run, given) => {
    if (value instanceof Error) return fail(value, run, given);
    try {
      const part = write(value, run, given);
      if (typeof part === 'string') return part;
      return part instanceof NullPropagation ? settled(part, run) : later(part, run, given);
    } catch (error) {
      return fail(error, run, given);
    }
  };
  const any: Serializer = (value, run, given) => {
    if (!isPromise(value)) return there(value, run, given);
    return Promise.resolve(value).then(
      (found) => there(found, run, given),
      (error: unknown) => fail(error, run, given),
    );
  };
  return { write: any, fail };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

// Texts are put one after another and not joined, for that would copy each of them once more.
function joined(parts: readonly SerializedValue[]): SerializedValue {
  let text = '';
  for (const part of parts) {
    if (part instanceof NullPropagation) return part;
    text += text === '' ? part : `,${part}`;
  }
  return `[${text}]`;
}

/** A list of plain values, or of texts that are kept: no object counts their letters. */
export const counted =
  (write: Serializer): Serializer =>
  (value, run, path) => {
    const part = write(value, run, path);
    if (typeof part === 'string') count(part.length, run);
    return part;
  };

/** A list whose items are written by `item`, which guards them. */
export const list =
  (item: Serializer, { coordinate }: FieldLocation): Serializer =>
  (value, run, path) => {
    if (!isIterable(value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${coordinate}".`);
    }
    // The items up to the first that must be waited for are one text, and share one path: none of them keeps it.
    let text = '';
    let waiting: MaybeSerialized[] | undefined;
    let at = { before: path, key: 0 };
    for (const each of value) {
      const part = item(each, run, at);
      if (part instanceof NullPropagation) return part;
      const { key } = at;
      if (waiting === undefined && typeof part === 'string') {
        text += key === 0 ? part : `,${part}`;
        at.key += 1;
        continue;
      }
      waiting ??= key === 0 ? [] : [text];
      waiting.push(part);
      at = { before: path, key: key + 1 };
    }
    return waiting === undefined ? `[${text}]` : awaitInOrder(waiting).then(joined);
  };
