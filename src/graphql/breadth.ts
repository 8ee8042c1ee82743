import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { LARGEST_PAGE } from './page.args.ts';

export type Composite = GraphQLCompositeType;
type Field = GraphQLField<unknown, unknown>;

/** The type that a selection is made in, and the field that led to it. */
export interface Parent {
  readonly type: Composite | undefined;
  readonly around: Field | undefined;
}

const META: Readonly<Record<string, Field>> = { __schema: SchemaMetaFieldDef, __type: TypeMetaFieldDef };
const USUAL_LIST = 10;

/** Lists without pages that are much shorter or longer than most: about as many rows as they answer. */
export const LISTS_WITHOUT_PAGES: Readonly<Record<string, number>> = {
  regions: 12,
  rules: 30,
  representation: LARGEST_PAGE,
  types: 150,
  fields: 12,
  inputFields: 5,
  interfaces: 1,
  args: 1,
};

export function fieldOf(schema: GraphQLSchema, type: Composite | undefined, name: string): Field | undefined {
  if (type === schema.getQueryType() && META[name] !== undefined) return META[name];
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

export const isIntrospection = (type: Composite | undefined, field: Field | undefined): boolean =>
  (type !== undefined && isIntrospectionType(type)) || field === SchemaMetaFieldDef || field === TypeMetaFieldDef;

const argument = (node: FieldNode, name: string) => node.arguments?.find((one) => one.name.value === name)?.value;
const isPaged = (field: Field | undefined): boolean => field?.args.some(({ name }) => name === 'first') ?? false;

/** The size of a page; a variable, or what is not a page at all, counts as the largest. */
function pageOf(node: FieldNode, field: Field): number {
  const first = argument(node, 'first');
  if (first?.kind === Kind.INT) return Math.max(1, Math.min(Number(first.value), LARGEST_PAGE));
  if (first !== undefined) return LARGEST_PAGE;
  return Number(field.args.find(({ name }) => name === 'first')?.defaultValue ?? LARGEST_PAGE);
}

/** How many values a list answers that has no pages. */
function lengthOf(node: FieldNode, { around }: Parent): number {
  // The page was counted where it was asked for.
  if (isPaged(around)) return 1;
  const ids = argument(node, 'ids');
  if (ids !== undefined) return ids.kind === Kind.LIST ? Math.max(1, ids.values.length) : LARGEST_PAGE;
  return LISTS_WITHOUT_PAGES[node.name.value] ?? USUAL_LIST;
}

/** How many rows a field can answer for each row around it, and their type. */
export function breadthOf(
  node: FieldNode,
  field: Field | undefined,
  parent: Parent,
): { breadth: number; type: Composite | undefined } {
  if (field === undefined) return { breadth: 1, type: undefined };
  const named = getNamedType(field.type);
  const type = isCompositeType(named) ? named : undefined;
  if (isPaged(field)) return { breadth: pageOf(node, field), type };
  // A list of plain values is part of its row.
  const isRows = type !== undefined && isListType(getNullableType(field.type));
  return { breadth: isRows ? lengthOf(node, parent) : 1, type };
}
