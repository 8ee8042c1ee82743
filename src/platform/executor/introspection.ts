import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { fieldsIn, fragmentsOf } from '../graphql/selection.ts';

/** What an operation asks for: the schema itself, data, or both. */
export interface Asked {
  readonly schema: boolean;
  readonly data: boolean;
}

/** Whether a field of the root asks for the schema itself. */
export const isOfSchema = (name: string): boolean => name === '__schema' || name === '__type';

/** What an operation of a valid document asks for; `__typename` is neither. */
export function askedBy(document: DocumentNode, { selectionSet }: OperationDefinitionNode): Asked {
  const names = fieldsIn([selectionSet], fragmentsOf(document)).map(({ name }) => name.value);
  const asked = names.filter((name) => name !== '__typename');
  return { schema: asked.some(isOfSchema), data: asked.some((name) => !isOfSchema(name)) };
}
