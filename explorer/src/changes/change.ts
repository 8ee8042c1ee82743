import type { Entry, Variables } from '../entry.ts';
import type { Words } from '../language.ts';

/** A change ready to be read, filled in and then run by whoever answers for it. */
export interface Change extends Entry {
  /** The ready questions whose answers hold what is to be filled in. */
  readonly shownBy: readonly string[];
  /** Made anew each time: days lie around today, and a key is for one act. */
  readonly variables: () => Variables;
}

export interface ChangeGroup {
  readonly id: string;
  readonly title: Words;
  readonly changes: readonly Change[];
}
