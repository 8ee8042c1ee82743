import type { Words } from './language.ts';

/** What a viewer must hold to be answered in full; `centre` is the capture grant in the hands of a central officer. */
export type Need = 'nothing' | 'figures' | 'records' | 'capture' | 'centre';

/** Something ready for the editor; its document is the file `<id>.graphql` beside the list that names it. */
export interface Entry {
  readonly id: string;
  readonly need: Need;
  readonly title: Words;
  readonly description: Words;
}

export type Variables = Readonly<Record<string, unknown>>;
