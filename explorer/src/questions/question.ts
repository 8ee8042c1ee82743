import type { Entry, Variables } from '../entry.ts';
import type { Words } from '../language.ts';
import type { Place } from '../place.ts';

/** A question ready to be asked. */
export interface Question extends Entry {
  /** Its variables where the viewer is. */
  readonly variables: (place: Place) => Variables;
}

export interface QuestionGroup {
  readonly id: string;
  readonly title: Words;
  readonly questions: readonly Question[];
}
