import type { Entry, Variables } from '../entry.ts';
import type { Words } from '../language.ts';
import type { Place } from '../place.ts';

/** A change ready to be read, filled in and then run by whoever answers for it. */
export interface Change extends Entry {
  /** The ready questions whose answers hold what is to be filled in. */
  readonly shownBy: readonly string[];
  /** All of them blank but the key, which is made anew each time: it is for one act. */
  readonly variables: (place: Place) => Variables;
}

export interface ChangeGroup {
  readonly id: string;
  readonly title: Words;
  readonly changes: readonly Change[];
}
