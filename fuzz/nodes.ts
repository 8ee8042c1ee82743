import { Kind, parseValue, type ArgumentNode, type FieldNode, type SelectionNode } from 'graphql';
import type { Field } from './candidates.ts';

// Parts of a document, as they are made and changed.
export const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
export const selectionSet = (selections: SelectionNode[]) => ({ kind: Kind.SELECTION_SET, selections }) as const;
export const leaf = (name: string): FieldNode => ({ kind: Kind.FIELD, name: named(name) });

export const argumentNode = (name: string, literal: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: named(name),
  value: parseValue(literal, { noLocation: true }),
});

export function setArgument(node: Field, name: string, literal: string): void {
  const others = (node.arguments ?? []).filter((argument) => argument.name.value !== name);
  node.arguments = [...others, argumentNode(name, literal)];
}

export function removeFrom(node: Field, among: SelectionNode[]): void {
  const index = among.indexOf(node);
  if (index >= 0 && among.length > 1) among.splice(index, 1);
}
