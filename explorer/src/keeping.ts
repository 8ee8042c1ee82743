import { itemIn, variablesText, type Item, type Reader } from './items.ts';
import { DEFAULT_PLACE } from './place.ts';

/** What stands in the editors. */
export interface Desk {
  readonly query: string;
  readonly variables: string;
  readonly answer: string;
}

// Keys differ each time, blanks by language; spaces say nothing.
const gist = (variables: string): string =>
  variables
    .replace(/("idempotencyKey":\s*)"[0-9a-f]{32}"/, '$1""')
    .replace(/"<[^<>"]*>"/g, '"<>"')
    .replace(/\s/g, '');

/** Whether the variables of an item are as they were loaded, perhaps before somebody signed in. */
const isAsLoaded = (item: Item, variables: string, reader: Reader): boolean =>
  [reader.place, DEFAULT_PLACE].some((place) => gist(variablesText(item, { ...reader, place })) === gist(variables));

/** Whether what stands in the editors must not give way to another item, which then takes a tab of its own. */
export function mustStay({ query, variables, answer }: Desk, next: Item, reader: Reader): boolean {
  if (query.trim() === '') return false;
  const item = itemIn(query);
  // What somebody wrote is kept.
  if (item === undefined || !isAsLoaded(item, variables, reader)) return true;
  // A change stands beside the question that it takes ids from, and its answer is the record of what was done.
  if (item.page === 'changes' && next.page === 'questions') return true;
  return answer.trim() !== '' && next.page === 'changes';
}
