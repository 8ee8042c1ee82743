import { Kind, visit, BREAK, type DocumentNode } from 'graphql';
import { onceFor } from '../kernel/once.ts';

/** Whether a document asks for the schema itself. `__typename` does not count. */
export const asksForSchema = onceFor((document: DocumentNode): boolean => {
  let found = false;
  visit(document, {
    [Kind.FIELD]: (field) => {
      if (field.name.value !== '__schema' && field.name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
});
