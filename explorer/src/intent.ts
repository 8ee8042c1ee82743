import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Operation } from './api.ts';

/** A value by the path at which it stands, such as "input.members[0].nameAr". */
export interface Given {
  readonly path: string;
  readonly value: string;
}

/** A field of the mutation, and everything that it is given. */
export interface Write {
  readonly field: string;
  readonly given: readonly Given[];
}

/** What running an operation would write. */
export interface Intent {
  /** The values that are not filled in yet. */
  readonly blanks: readonly Given[];
  /** Nothing where it only asks. */
  readonly writes: readonly Write[];
}

const NOTHING: Intent = { blanks: [], writes: [] };
const BLANK = /<[^<>]*>/;

type Values = Readonly<Record<string, unknown>>;

/** What is within a value, each by its path; nothing within what has no parts. */
function partsOf(value: unknown, path: string): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((each, index) => [`${path}[${String(index)}]`, each] as const);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, each]) => [path === '' ? name : `${path}.${name}`, each] as const);
}

/** Every value within another one that has no parts itself. */
function leavesOf(value: unknown, path: string): Given[] {
  if (value === undefined) return [];
  const parts = partsOf(value, path);
  if (parts.length > 0) return parts.flatMap(([within, each]) => leavesOf(each, within));
  return [{ path, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

/** The fields of an operation that are its own, its fragments unfolded. */
function fieldsIn(selections: readonly SelectionNode[], document: DocumentNode, seen = new Set<string>()): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(selection.selectionSet.selections, document, seen);
    const name = selection.name.value;
    const found = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
    );
    if (found?.kind !== Kind.FRAGMENT_DEFINITION || seen.has(name)) return [];
    return fieldsIn(found.selectionSet.selections, document, seen.add(name));
  });
}

/** The variables as the server takes them: with the defaults of those that are left out. */
function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: Values): Values {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

const writeOf = ({ name, arguments: list = [] }: FieldNode, variables: Values): Write => ({
  field: name.value,
  given: list.flatMap((each) => leavesOf(valueFromASTUntyped(each.value, { ...variables }), each.name.value)),
});

/** The texts of a document that are blanks: somebody may have written the values of a ready change into it. */
function blanksIn(document: DocumentNode): Given[] {
  const found: Given[] = [];
  visit(document, {
    StringValue: ({ value, loc }) => {
      if (BLANK.test(value))
        found.push({ path: `${String(loc?.startToken.line ?? 0)}:${String(loc?.startToken.column ?? 0)}`, value });
    },
  });
  return found;
}

function read(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

const operationsOf = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);

/** An operation without a name that its document has not: the editor finds names a moment after they are written. */
export function named(operation: Operation): Operation {
  const { query, operationName } = operation;
  const document = read(query);
  const isKnown = document && operationsOf(document).some(({ name }) => name?.value === operationName);
  return isKnown === true ? operation : { query, variables: operation.variables };
}

/** Finds out what an operation would write before it is sent. What cannot be read writes nothing: the server refuses it. */
export function intentOf({ query, variables, operationName }: Operation): Intent {
  const document = read(query);
  if (document === undefined) return NOTHING;
  const one = getOperationAST(document, operationName);
  // All of them where it is not clear which would run, so that none is run unseen.
  const operations = one == null ? operationsOf(document) : [one];
  const mutations = operations.filter(({ operation }) => operation === OperationTypeNode.MUTATION);
  if (mutations.length === 0) return NOTHING;
  const given = (variables ?? {}) as Values;
  return {
    blanks: [...leavesOf(given, '').filter(({ value }) => BLANK.test(value)), ...blanksIn(document)],
    writes: mutations.flatMap((mutation) => {
      const values = variablesOf(mutation, given);
      return fieldsIn(mutation.selectionSet.selections, document).map((field) => writeOf(field, values));
    }),
  };
}
