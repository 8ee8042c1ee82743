import {
  isCompositeType,
  Kind,
  valueFromAST,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { askedBy } from '../introspection.ts';
import { isIncluded as isIncludedUnder } from '../collect-fields.ts';
import type { Variables } from '../serializer.ts';
import { fragmentsOf, type Fragments } from '../../graphql/selection.ts';
import type { FieldPrice, PriceList } from './price-list.ts';
import type { SizeOf } from '../../graphql/cost/directives.ts';

/** A field of an operation, with what it adds to the cost. */
interface PricedField {
  /** As it is called in the answer. */
  readonly name: string;
  readonly statement: number;
  readonly each: number;
  readonly size: number | ((variables: Variables) => number);
  /** Undefined where it is always part of the operation. */
  readonly isIncluded: ((variables: Variables) => boolean) | undefined;
  readonly fields: readonly PricedField[];
}

/** A field with its cost under the values of some variables. */
export interface FieldCost {
  /** From the root of the answer, such as `region.artisans.nodes.name`. */
  readonly path: readonly string[];
  /** How many objects it is asked of at most: it counts one point for each. */
  readonly times: number;
  /** What its statements cost. */
  readonly statements: number;
  /** How many items it has for each of them. */
  readonly size: number;
  /** In points: the field itself and all that is asked below it. */
  readonly cost: number;
}

const usesVariable = (node: SelectionNode | ArgumentNode): boolean => {
  let uses = false;
  const found = (): void => {
    uses = true;
  };
  const nodes = node.kind === Kind.ARGUMENT ? [node] : (node.directives ?? []);
  for (const each of nodes) visit(each, { [Kind.VARIABLE]: found });
  return uses;
};

/** The arguments of a field as far as they are known, by name; what is left out has its default. */
function argumentsOf({ field }: FieldPrice, node: FieldNode, variables: Variables): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, type, defaultValue } of field.args) {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    const value = given && valueFromAST(given.value, type, variables);
    found[name] = value === undefined ? defaultValue : value;
  }
  return found;
}

interface Position {
  readonly type: GraphQLCompositeType;
  /** The name of the field around, and what it says of the sizes of its own fields. */
  readonly around: string;
  readonly sized: { readonly fields: readonly string[]; readonly size: PricedField['size'] } | undefined;
}

/** Follows the selections of an operation of a valid document. */
class Pricer {
  constructor(
    private readonly prices: PriceList,
    private readonly fragments: Fragments,
  ) {}

  fieldsOf(set: SelectionSetNode, at: Position, isIncluded?: PricedField['isIncluded']): PricedField[] {
    return set.selections.flatMap((selection) => {
      const included = this.conditionOf(selection, isIncluded);
      if (included === false) return [];
      if (selection.kind === Kind.FIELD) return this.fieldOf(selection, at, included);
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments[selection.name.value] : selection;
      if (inner === undefined) return [];
      return this.fieldsOf(inner.selectionSet, this.narrowed(at, inner.typeCondition?.name.value), included);
    });
  }

  /** When a selection is part of the operation: undefined always, false never. */
  private conditionOf(
    node: SelectionNode,
    around: PricedField['isIncluded'],
  ): NonNullable<PricedField['isIncluded']> | undefined | false {
    if (node.directives === undefined || node.directives.length === 0) return around;
    if (!usesVariable(node)) return isIncludedUnder(node, {}) ? around : false;
    return (variables) => isIncludedUnder(node, variables) && (around?.(variables) ?? true);
  }

  private fieldOf(node: FieldNode, at: Position, isIncluded: PricedField['isIncluded']): PricedField[] {
    const name = (node.alias ?? node.name).value;
    const price = this.prices.of(at.type, node.name.value, at.around);
    const leaf = { name, statement: 0, each: 0, size: 1, isIncluded, fields: [] };
    // `__typename` is a value like any other.
    if (price === undefined) return [leaf];
    const { size, sized } = sizesOf(price, node, at);
    const below: Position = { type: price.type ?? at.type, around: node.name.value, sized };
    const fields = node.selectionSet === undefined ? [] : this.fieldsOf(node.selectionSet, below);
    const { statement, each } = price;
    return [{ name, statement, each, size, isIncluded, fields }];
  }

  private narrowed(at: Position, condition: string | undefined): Position {
    const type = condition === undefined ? undefined : this.prices.schema.getType(condition);
    return isCompositeType(type) ? { ...at, type } : at;
  }
}

/** The size of a field's own list, and what it says of the sizes of the lists inside its answer. */
function sizesOf(
  price: FieldPrice,
  node: FieldNode,
  { sized }: Position,
): Pick<PricedField, 'size'> & Pick<Position, 'sized'> {
  const own = sizeFor(price, node);
  if (price.sizedFields.length > 0) return { size: 1, sized: { fields: price.sizedFields, size: own } };
  const isSized = sized?.fields.includes(node.name.value) ?? false;
  return { size: isSized && sized !== undefined ? sized.size : own, sized: undefined };
}

/** The size of a list: at once where no variable decides it. */
function sizeFor(price: FieldPrice, node: FieldNode): PricedField['size'] {
  if (typeof price.size === 'number') return price.size;
  const sizeOf: SizeOf = price.size;
  if (!(node.arguments ?? []).some(usesVariable)) return sizeOf(argumentsOf(price, node, {}));
  return (variables) => sizeOf(argumentsOf(price, node, variables));
}

const sizeOfAll = (fields: readonly PricedField[]): number =>
  fields.reduce((sum, field) => sum + 1 + sizeOfAll(field.fields), 0);

const sizeUnder = ({ size }: PricedField, variables: Variables): number =>
  typeof size === 'number' ? size : size(variables);

// What asks for the schema is run by the interpreter, which takes several times as long for data.
const WITH_SCHEMA = 10;

/**
 * The price of one operation of a valid document. A field counts one point for each object that it is asked of: a list
 * multiplies what is asked of its items by its size. A field that reads the database adds the price of its statements once,
 * and a part for each object. Where the schema is asked for beside data, all of it counts ten times.
 */
export class OperationCost {
  readonly #fields: readonly PricedField[];
  /** How many times its root counts. */
  readonly #times: number;
  /** How many fields have a price. */
  readonly fields: number;
  /** Whether the schema itself is asked for, beside data or alone. */
  readonly asksForSchema: boolean;

  constructor(prices: PriceList, document: DocumentNode, operation: OperationDefinitionNode) {
    const type = prices.schema.getRootType(operation.operation);
    const at = type && { type, around: '', sized: undefined };
    this.#fields = at ? new Pricer(prices, fragmentsOf(document)).fieldsOf(operation.selectionSet, at) : [];
    this.fields = sizeOfAll(this.#fields);
    const { schema, data } = askedBy(document, operation);
    this.asksForSchema = schema;
    this.#times = schema && data ? WITH_SCHEMA : 1;
  }

  /** In points, under the values of its variables. */
  under(variables: Variables): number {
    return this.#fields.reduce((sum, field) => sum + costOf(field, this.#times, variables), 0);
  }

  /** Each field with its own part, in the order of the document, a field before those below it. */
  parts(variables: Variables): FieldCost[] {
    const found: FieldCost[] = [];
    for (const field of this.#fields) collectCosts(field, { path: [], times: this.#times }, { variables, found });
    return found;
  }
}

const statementsOf = ({ statement, each }: PricedField, times: number): number => statement + each * times;

function costOf(field: PricedField, times: number, variables: Variables): number {
  if (field.isIncluded?.(variables) === false) return 0;
  let cost = times + statementsOf(field, times);
  if (field.fields.length === 0) return cost;
  const items = times * sizeUnder(field, variables);
  for (const inner of field.fields) cost += costOf(inner, items, variables);
  return cost;
}

function collectCosts(
  field: PricedField,
  around: Pick<FieldCost, 'path' | 'times'>,
  to: { variables: Variables; found: FieldCost[] },
): void {
  if (field.isIncluded?.(to.variables) === false) return;
  const path = [...around.path, field.name];
  const { times } = around;
  const statements = statementsOf(field, times);
  const size = sizeUnder(field, to.variables);
  to.found.push({ path, times, statements, size, cost: costOf(field, times, to.variables) });
  for (const inner of field.fields) collectCosts(inner, { path, times: times * size }, to);
}
