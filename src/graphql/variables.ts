import { getOperationAST, valueFromASTUntyped, type DocumentNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables of an operation with the defaults of those that were left out. Compiled queries refuse one that is required
 * although it has a default.
 */
export function withDefaults(document: DocumentNode, operationName: string | null, given: Variables = {}): Variables {
  const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return defaults.length === 0 ? given : { ...Object.fromEntries(defaults), ...given };
}
