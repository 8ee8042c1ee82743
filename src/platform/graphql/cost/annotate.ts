import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { USUAL_PAGE } from '../page.args.ts';
import { STATEMENT_PRICE } from './directives.ts';

type AnyField = GraphQLField<unknown, unknown>;

function directivesOf(text: string): readonly ConstDirectiveNode[] {
  const [definition] = parse(`type Any ${text}`).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [];
}

// Each page is an object of its own, with its arguments, and a place in the statement that reads all of them.
const EACH_PAGE_PRICE = 40;
const OF_PAGES = directivesOf(
  `@listSize(slicingArguments: ["first", "last"], assumedSize: ${String(USUAL_PAGE)}, sizedFields: ["nodes", "edges"])
   @statement(price: ${String(STATEMENT_PRICE)}, each: ${String(EACH_PAGE_PRICE)})`,
);
// Two waits for the database, a trace in the audit and a commit that is written to the disk.
const OF_CHANGES = directivesOf(`@statement(price: ${String(10 * STATEMENT_PRICE)})`);

/** A field's node, which carries its directives for the printed schema and for the cost of an operation. */
function nodeWith(fieldName: string, directives: readonly ConstDirectiveNode[]): FieldDefinitionNode {
  const name = { kind: Kind.NAME, value: fieldName } as const;
  return { kind: Kind.FIELD_DEFINITION, name, type: { kind: Kind.NAMED_TYPE, name }, directives };
}

/** The node of a list without pages that has so many items at most, for fields that are made without decorators. */
export const nodeOfList = (fieldName: string, size: number): FieldDefinitionNode =>
  nodeWith(fieldName, directivesOf(`@listSize(assumedSize: ${String(size)})`));

function annotate(field: AnyField, directives: readonly ConstDirectiveNode[]): void {
  field.astNode = nodeWith(field.name, [...(field.astNode?.directives ?? []), ...directives]);
}

const hasPages = (field: AnyField): boolean => field.args.some(({ name }) => name === 'first');

/** Says of each list with pages, and of each mutation, what it costs: for all of them it is the same. */
export function annotateCosts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (hasPages(field)) annotate(field, OF_PAGES);
      if (type === schema.getMutationType()) annotate(field, OF_CHANGES);
    }
  }
}
