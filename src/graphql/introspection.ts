import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** What an operation asks for: the schema itself, data, or both. */
export interface Asked {
  readonly schema: boolean;
  readonly data: boolean;
}

const OF_SCHEMA = new Set(['__schema', '__type']);

/** The names of the fields that an operation asks of its root, fragments unfolded. */
function rootFieldsOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): Set<string> {
  const names = new Set<string>();
  const unfolded = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!unfolded.has(selection.name.value)) {
        unfolded.add(selection.name.value);
        for (const each of document.definitions) {
          if (each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value) {
            collect(each.selectionSet);
          }
        }
      }
    }
  };
  collect(selectionSet);
  return names;
}

/** What an operation of a valid document asks for; `__typename` is neither. */
export function askedBy(document: DocumentNode, operation: OperationDefinitionNode): Asked {
  const names = [...rootFieldsOf(document, operation)].filter((name) => name !== '__typename');
  return { schema: names.some((name) => OF_SCHEMA.has(name)), data: names.some((name) => !OF_SCHEMA.has(name)) };
}
