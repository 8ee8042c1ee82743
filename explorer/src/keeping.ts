import { itemIn, variablesText, type Item } from './items.ts';

/** What stands in the editors. */
export interface Desk {
  readonly query: string;
  readonly variables: string;
  readonly answer: string;
}

// Keys differ each time; spaces say nothing.
const gist = (variables: string): string =>
  variables.replace(/("idempotencyKey":\s*)"[0-9a-f]{32}"/, '$1""').replace(/\s/g, '');

/** Whether what stands in the editors must not give way to another item, which then takes a tab of its own. */
export function mustStay({ query, variables, answer }: Desk, next: Item): boolean {
  if (query.trim() === '') return false;
  const item = itemIn(query);
  // What somebody wrote is kept.
  if (item === undefined || gist(variables) !== gist(variablesText(item))) return true;
  // A change stands beside the question that it takes ids from, and its answer is the record of what was done.
  if (item.page === 'changes' && next.page === 'questions') return true;
  return answer.trim() !== '' && next.page === 'changes';
}
