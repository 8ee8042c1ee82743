import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { LARGEST_PAGE } from '../../graphql/page.args.ts';
import { listSizeDirective, statementDirective, type SizeOf } from '../../graphql/cost/directives.ts';

type AnyField = GraphQLField<unknown, unknown>;

/** What a field of a type adds to the cost of an operation. */
export interface FieldPrice {
  readonly field: AnyField;
  /** The type of what it answers, where that has fields. */
  readonly type: GraphQLCompositeType | undefined;
  /** Once for the place in the document. */
  readonly statement: number;
  /** For each object that it is asked of: its part of the statement. */
  readonly each: number;
  /** How many items there are for each object around: a number, or as the arguments say. */
  readonly size: number | SizeOf;
  /** Fields of the answer that have the size, such as the nodes of a connection; otherwise the field itself has it. */
  readonly sizedFields: readonly string[];
}

/** A list that says nothing of its size. */
const USUAL_SIZE = 10;

interface ListSizes {
  readonly assumedSize?: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
}

const isList = ({ type }: AnyField): boolean =>
  isCompositeType(getNamedType(type)) && isListType(getNullableType(type));

/** The size that arguments ask for: a number, or as many as one lists; a page that is too large is refused when it is read. */
const sizeByArguments =
  (names: readonly string[], assumed: number): SizeOf =>
  (args) => {
    const sizes = names.flatMap((name) => {
      const value = args[name];
      if (Array.isArray(value)) return [value.length];
      return typeof value === 'number' ? [Math.max(0, Math.min(value, LARGEST_PAGE))] : [];
    });
    return sizes.length === 0 ? assumed : Math.max(...sizes);
  };

function sizeOf(field: AnyField, { assumedSize, slicingArguments = [] }: ListSizes): number | SizeOf {
  const own = field.extensions['sizeOf'] as SizeOf | undefined;
  if (own !== undefined) return own;
  if (slicingArguments.length > 0) return sizeByArguments(slicingArguments, assumedSize ?? USUAL_SIZE);
  return isList(field) ? (assumedSize ?? USUAL_SIZE) : 1;
}

function priceOf(field: AnyField): FieldPrice {
  const node = field.astNode ?? undefined;
  const sizes = ((node && getDirectiveValues(listSizeDirective, node)) ?? {}) as ListSizes;
  const statement = node && getDirectiveValues(statementDirective, node);
  const named = getNamedType(field.type);
  return {
    field,
    type: isCompositeType(named) ? named : undefined,
    statement: Number(statement?.['price'] ?? 0),
    each: Number(statement?.['each'] ?? 0),
    size: sizeOf(field, sizes),
    sizedFields: sizes.sizedFields ?? [],
  };
}

/** How long the lists of the introspection system are: in all, as the list of all types unfolds each of them once. */
interface SchemaSizes {
  readonly types: number;
  readonly largest: number;
  readonly average: number;
}

function schemaSizesOf(schema: GraphQLSchema): SchemaSizes {
  const types = Object.values(schema.getTypeMap());
  const sizes = types.map((type) => ('getFields' in type ? Object.keys(type.getFields()).length : 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return { types: types.length, largest: Math.max(...sizes), average: Math.ceil(total / types.length) };
}

const ARGUMENTS = 3;

/** The prices of a schema's fields, worked out once. */
export class PriceList {
  readonly #prices = new Map<string, FieldPrice | undefined>();
  readonly #sizes: SchemaSizes;

  constructor(readonly schema: GraphQLSchema) {
    this.#sizes = schemaSizesOf(schema);
  }

  /** The price of a field by its name in a type; undefined where the type has no such field. */
  of(type: GraphQLCompositeType, name: string, around: string): FieldPrice | undefined {
    if (isIntrospectionType(type)) return this.ofIntrospection(type, name, around);
    const key = `${type.name}.${name}`;
    if (!this.#prices.has(key)) this.#prices.set(key, this.find(type, name));
    return this.#prices.get(key);
  }

  private find(type: GraphQLCompositeType, name: string): FieldPrice | undefined {
    if (type === this.schema.getQueryType()) {
      if (name === '__schema') return priceOf(SchemaMetaFieldDef);
      if (name === '__type') return priceOf(TypeMetaFieldDef);
    }
    const own = 'getFields' in type ? (type.getFields()[name] as AnyField | undefined) : undefined;
    if (own === undefined || !isAbstractType(type)) return own && priceOf(own);
    // A field of an interface costs what it costs in the dearest of its types.
    const all = this.schema.getPossibleTypes(type).flatMap((each) => this.find(each, name) ?? []);
    return all.toSorted((one, other) => other.statement + other.each - one.statement - one.each)[0] ?? priceOf(own);
  }

  private ofIntrospection(type: GraphQLCompositeType, name: string, around: string): FieldPrice | undefined {
    const field = isObjectType(type) ? (type.getFields()[name] as AnyField | undefined) : undefined;
    return field && { ...priceOf(field), size: isList(field) ? this.sizeInSchema(name, around) : 1 };
  }

  private sizeInSchema(name: string, around: string): number {
    const { types, largest, average } = this.#sizes;
    if (name === 'types') return types;
    if (name === 'args') return ARGUMENTS;
    if (name === 'interfaces' || name === 'possibleTypes' || name === 'directives') return USUAL_SIZE;
    // Of all types together there are as many as there are; of one type, perhaps those of the largest.
    return around === 'types' ? average : largest;
  }
}
