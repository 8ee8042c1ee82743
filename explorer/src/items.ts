import { CHANGES } from './changes/changes.ts';
import { written } from './changes/values.ts';
import type { Variables } from './entry.ts';
import type { Language } from './language.ts';
import type { Place } from './place.ts';
import { QUESTIONS } from './questions/questions.ts';

/** The pages of the panel. */
export const PAGES = ['questions', 'changes'] as const;
export type Page = (typeof PAGES)[number];

/** An entry of the panel as the editors take it. */
export interface Item {
  readonly page: Page;
  readonly id: string;
  readonly text: string;
  readonly variables: (place: Place) => Variables;
}

/** For whom variables are written. */
export interface Reader {
  readonly language: Language;
  readonly place: Place;
}

const files = import.meta.glob<string>(['./questions/*.graphql', './changes/*.graphql'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

function documentOf(page: Page, id: string): string {
  const document = files[`./${page}/${id}.graphql`];
  if (document === undefined) throw new Error(`${page}/${id} has no document.`);
  return document.trimEnd();
}

const ITEMS: readonly Item[] = [
  ...QUESTIONS.map(({ id, variables }) => ({ id, page: 'questions' as const, variables })),
  ...CHANGES.map(({ id, variables }) => ({ id, page: 'changes' as const, variables })),
].map((entry) => ({ ...entry, text: documentOf(entry.page, entry.id) }));

export function itemOf(page: Page, id: string): Item {
  const item = ITEMS.find((each) => each.page === page && each.id === id);
  if (item === undefined) throw new Error(`The panel has no ${page}/${id}.`);
  return item;
}

/** The item whose document stands in an editor, word for word. */
export const itemIn = (text: string): Item | undefined => ITEMS.find((each) => each.text === text.trimEnd());

/** The variables of an item as its reader finds them in the editor. */
export function variablesText(item: Item, { language, place }: Reader): string {
  const variables = item.variables(place);
  return Object.keys(variables).length === 0 ? '' : written(variables, language);
}
