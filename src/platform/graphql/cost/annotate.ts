import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
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

// As many as one refusal lists, and one that says how many more there are.
export const OF_USER_ERRORS = directivesOf('@listSize(assumedSize: 21)');

// The changes since a version, as many as are looked up.
export const OF_VERSION_CHANGES = directivesOf('@listSize(assumedSize: 20)');

/** Adds directives to a field, for the printed schema and for the cost of an operation. */
export function annotate(field: AnyField, directives: readonly ConstDirectiveNode[]): void {
  const own = field.astNode?.directives ?? [];
  const name = { kind: Kind.NAME, value: field.name } as const;
  const type = { kind: Kind.NAMED_TYPE, name } as const;
  field.astNode = { kind: Kind.FIELD_DEFINITION, name, type, directives: [...own, ...directives] };
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
