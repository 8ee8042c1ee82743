import { CHANGES } from './changes/changes.ts';
import type { Variables } from './entry.ts';
import { QUESTIONS } from './questions/questions.ts';

/** The pages of the panel. */
export const PAGES = ['questions', 'changes'] as const;
export type Page = (typeof PAGES)[number];

/** An entry of the panel as the editors take it. */
export interface Item {
  readonly page: Page;
  readonly id: string;
  readonly text: string;
  readonly variables: () => Variables;
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
  ...QUESTIONS.map(({ id, variables }) => ({ id, page: 'questions' as const, variables: () => variables })),
  ...CHANGES.map(({ id, variables }) => ({ id, page: 'changes' as const, variables })),
].map((entry) => ({ ...entry, text: documentOf(entry.page, entry.id) }));

export function itemOf(page: Page, id: string): Item {
  const item = ITEMS.find((each) => each.page === page && each.id === id);
  if (item === undefined) throw new Error(`The panel has no ${page}/${id}.`);
  return item;
}

/** The item whose document stands in an editor, word for word. */
export const itemIn = (text: string): Item | undefined => ITEMS.find((each) => each.text === text.trimEnd());

export function variablesText(item: Item): string {
  const variables = item.variables();
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
}
