import type { FastSerializer } from './leaf.ts';
import type { Path, ExecutionContext, Serializer, SerializedValue } from './serializer.ts';

/** What a field answers, before it is written. */
export type Resolve = (source: unknown, run: ExecutionContext) => unknown;

/** A field of an object as it stands in the answer. */
export interface Field {
  readonly name: string;
  /** Whether it depends on the object alone: its text can then be kept with an object that stays. */
  readonly isFixed: boolean;
  /** Where it is a property of the object and not what a resolver answers: the name of the property. */
  readonly property: string | undefined;
  readonly resolve: Resolve;
  readonly isNullable: boolean;
  readonly usual: FastSerializer | undefined;
  /** Writes what was answered, whatever it is and becomes. */
  readonly complete: Serializer;
  /** What is written where the field cannot be had. */
  readonly fail: (error: unknown, run: ExecutionContext, path: Path | undefined) => SerializedValue;
}

/** Writes a field of an object, whatever becomes of it. */
export const fieldOf =
  ({ resolve, complete, fail }: Field): Serializer =>
  (source, run, path) => {
    let value: unknown;
    try {
      value = resolve(source, run);
    } catch (error) {
      return fail(error, run, path);
    }
    return complete(value, run, path);
  };
