import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from './serializer.ts';

/** An operation with what its selections refer to; conditions are decided by the variables that they name. */
export interface Source {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: Variables;
}

/** The nodes of each field of a selection, by the name that it has in the answer. */
export type Collected = ReadonlyMap<string, readonly FieldNode[]>;

/** Whether directives leave a selection in. */
export const isIncluded = (node: SelectionNode, conditions: Variables): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, conditions)?.['if'] !== true &&
  getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.['if'] !== false;

function matches({ schema }: Source, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}

/** The fields that are asked of an object, its fragments unfolded: CollectFields of the specification. */
export function collectFields(source: Source, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Collected {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  /** What is behind a spread that was not met before and is of this type. */
  const behind = (node: InlineFragmentNode | FragmentSpreadNode): SelectionSetNode | undefined => {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return matches(source, type, node.typeCondition?.name.value) ? node.selectionSet : undefined;
    }
    const fragment = spread.has(node.name.value) ? undefined : source.fragments[node.name.value];
    spread.add(node.name.value);
    return fragment && matches(source, type, fragment.typeCondition.name.value) ? fragment.selectionSet : undefined;
  };
  const unfold = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (!isIncluded(node, source.conditions)) continue;
      if (node.kind !== Kind.FIELD) {
        unfold(behind(node));
        continue;
      }
      const name = node.alias?.value ?? node.name.value;
      fields.set(name, [...(fields.get(name) ?? []), node]);
    }
  };
  sets.forEach(unfold);
  return fields;
}

/** The variables that decide whether something is selected: a plan is made for each combination of their values. */
export function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: args }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}
