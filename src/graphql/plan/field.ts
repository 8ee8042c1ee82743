import type { Usual } from './leaf.ts';
import type { Path, Run, Write, Written } from './write.ts';

/** What a field answers, before it is written. */
export type Resolve = (source: unknown, run: Run) => unknown;

/** A field of an object as it stands in the answer. */
export interface Field {
  readonly name: string;
  /** Whether it depends on the object alone: its text can then be kept with an object that stays. */
  readonly isFixed: boolean;
  /** Where it is a property of the object and not what a resolver answers: the name of the property. */
  readonly property: string | undefined;
  readonly resolve: Resolve;
  readonly isNullable: boolean;
  readonly usual: Usual | undefined;
  /** Writes what was answered, whatever it is and becomes. */
  readonly complete: Write;
  /** What is written where the field cannot be had. */
  readonly fail: (error: unknown, run: Run, path: Path | undefined) => Written;
}

/** Writes a field of an object, whatever becomes of it. */
export const fieldOf =
  ({ resolve, complete, fail }: Field): Write =>
  (source, run, path) => {
    let value: unknown;
    try {
      value = resolve(source, run);
    } catch (error) {
      return fail(error, run, path);
    }
    return complete(value, run, path);
  };
