import {
  getNamedType,
  isCompositeType,
  isLeafType,
  Kind,
  parse,
  print,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { DOCUMENT_LIMITS, REQUEST_BYTES } from '../src/platform/config/limits.ts';
import { OperationCost } from '../src/platform/executor/cost/cost.ts';
import { PriceList } from '../src/platform/executor/cost/price-list.ts';
import { mustBeWithinLimits } from '../src/platform/executor/limits.ts';

type Changeable<Node> = { -readonly [Name in keyof Node]: Node[Name] };
export type Field = Changeable<FieldNode>;

/** A place of a document where fields are selected, with the type that has them. */
export interface Place {
  readonly type: GraphQLCompositeType;
  readonly selections: SelectionNode[];
  readonly depth: number;
}

/** A field of a document, with what the schema says of it. */
export interface Spot {
  readonly node: Field;
  readonly field: GraphQLField<unknown, unknown>;
  readonly among: SelectionNode[];
}

/** A document whose answer may be large or slow. */
export interface Candidate {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** In points. */
  readonly price: number;
}

/** Reads, changes and prices documents. */
export class Workshop {
  readonly #prices: PriceList;

  constructor(readonly schema: GraphQLSchema) {
    this.#prices = new PriceList(schema);
  }

  /** Where fields can be added, and the fields that are there. */
  partsOf(document: DocumentNode): { places: Place[]; spots: Spot[] } {
    const info = new TypeInfo(this.schema);
    const places: Place[] = [];
    const spots: Spot[] = [];
    let depth = 0;
    const within: SelectionNode[][] = [];
    const enter = (node: { readonly kind: Kind }): undefined => {
      if (node.kind === Kind.SELECTION_SET) {
        const selections = (node as unknown as { selections: SelectionNode[] }).selections;
        const type = info.getParentType();
        within.push(selections);
        depth += 1;
        if (isCompositeType(type)) places.push({ type, selections, depth });
      }
      const field = info.getFieldDef();
      const among = within.at(-1);
      if (node.kind === Kind.FIELD && field != null && among !== undefined) {
        spots.push({ node: node as Field, field, among });
      }
      return undefined;
    };
    const leave = (node: { readonly kind: Kind }): undefined => {
      if (node.kind !== Kind.SELECTION_SET) return undefined;
      within.pop();
      depth -= 1;
      return undefined;
    };
    visit(document, visitWithTypeInfo(info, { enter, leave }));
    return { places, spots };
  }

  /** A document with its price; undefined where the server would not read it. */
  candidate(document: DocumentNode | string, variables: Candidate['variables']): Candidate | undefined {
    const query = typeof document === 'string' ? document : print(document);
    if (query.length > REQUEST_BYTES) return undefined;
    const read = this.read(query);
    const operation = read?.definitions.find(
      (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
    );
    if (read === undefined || operation === undefined) return undefined;
    return { query, variables, price: new OperationCost(this.#prices, read, operation).under(variables) };
  }

  /** A document as the server reads it; undefined where it passes a bound or is not valid. */
  private read(query: string): DocumentNode | undefined {
    try {
      const read = parse(query, { maxTokens: DOCUMENT_LIMITS.tokens, noLocation: true });
      mustBeWithinLimits(read, DOCUMENT_LIMITS);
      return validate(this.schema, read, specifiedRules, { maxErrors: 1 }).length > 0 ? undefined : read;
    } catch {
      return undefined;
    }
  }
}

/** The fields of a type that have no fields of their own and need no argument. */
export const leavesOf = (type: GraphQLCompositeType): GraphQLField<unknown, unknown>[] =>
  'getFields' in type
    ? Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    : [];
