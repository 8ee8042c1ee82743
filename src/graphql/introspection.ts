import { Kind, visit, BREAK, type DocumentNode } from 'graphql';

const answers = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks for the schema itself. `__typename` does not count. */
export function asksForSchema(document: DocumentNode): boolean {
  const known = answers.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    [Kind.FIELD]: (field) => {
      if (field.name.value !== '__schema' && field.name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  answers.set(document, found);
  return found;
}
