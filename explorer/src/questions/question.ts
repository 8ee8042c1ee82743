import type { Words } from '../language.ts';

/** What a viewer must hold for the question to be answered in full. */
export type Need = 'nothing' | 'figures' | 'records';

/** A question ready to be asked; its document is the file `<id>.graphql` beside this one. */
export interface Question {
  readonly id: string;
  readonly need: Need;
  readonly title: Words;
  readonly description: Words;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface QuestionGroup {
  readonly id: string;
  readonly title: Words;
  readonly questions: readonly Question[];
}
