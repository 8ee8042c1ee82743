import type { Entry, Variables } from '../entry.ts';
import type { Words } from '../language.ts';

/** A question ready to be asked. */
export interface Question extends Entry {
  readonly variables: Variables;
}

export interface QuestionGroup {
  readonly id: string;
  readonly title: Words;
  readonly questions: readonly Question[];
}
