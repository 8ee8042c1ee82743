import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionNode,
} from 'graphql';
import { LARGEST_PAGE } from '../src/platform/graphql/page.args.ts';
import type { Random } from '../src/seed/random.ts';
import { leavesOf, type Candidate, type Field, type Place, type Spot, type Workshop } from './candidates.ts';
import { argumentNode, leaf, named, removeFrom, selectionSet, setArgument } from './nodes.ts';
import { literalOf, Values, type Vocabulary } from './values.ts';

type AnyField = GraphQLField<unknown, unknown>;

const LONGEST_ALIAS = 100;
const DEEPEST = 11;
const TRIES = 40;
const ODDS = { optional: 0.25, hostile: 0, strange: 0, byName: { after: 0.02, before: 0.02, last: 0.02 } };

const OF_SCHEMA: readonly AnyField[] = [SchemaMetaFieldDef, TypeMetaFieldDef];

const aliasOf = (random: Random): string => {
  const name = `z${String(random.below(1_000_000))}`;
  return random.chance(0.6) ? name.padEnd(LONGEST_ALIAS, 'z') : name;
};
const returnsList = ({ type }: AnyField): boolean => isListType(isNonNullType(type) ? type.ofType : type);
const isDear = (field: AnyField): boolean =>
  returnsList(field) || field.args.some(({ name }) => name === 'first' || name === 'ids');

interface At {
  readonly document: DocumentNode;
  readonly other: Candidate;
  readonly places: readonly Place[];
  readonly spots: readonly Spot[];
  readonly place: Place;
  readonly spot: Spot;
}

/** One change; those that lead further are drawn more often. */
const STEPS: readonly ((by: Variations, at: At) => void)[] = [
  ...[0, 1].map(() => (by: Variations, { place }: At) => {
    by.add(place);
  }),
  ...[0, 1].map(() => (by: Variations, { place }: At) => {
    by.nest(place);
  }),
  ...[0, 1].map(() => (by: Variations, { spot }: At) => {
    by.repeat(spot);
  }),
  ...[0, 1].map(() => (by: Variations, { spot }: At) => {
    by.argue(spot);
  }),
  (by, { place }) => {
    by.widen(place);
  },
  (by, { spot }) => {
    by.rename(spot);
  },
  (by, { spots }) => {
    by.raise(spots);
  },
  (by, at) => {
    by.join(at);
  },
  (_by, { spot: { node, among } }) => {
    removeFrom(node, among);
  },
];

/** Changes documents step by step, towards more of everything. */
export class Variations {
  readonly #values: Values;

  constructor(
    private readonly workshop: Workshop,
    vocabulary: Vocabulary,
    private readonly random: Random,
  ) {
    this.#values = new Values(random, vocabulary, ODDS);
  }

  /** A document with one to three changes; undefined where it is none that the server would read. */
  of(candidate: Candidate, other: Candidate): Candidate | undefined {
    const document = parse(candidate.query, { noLocation: true });
    const steps = this.random.between(1, 3);
    for (let index = 0; index < steps; index += 1) this.step(document, other);
    return this.workshop.candidate(document, candidate.variables);
  }

  /** The same with less in it, until it is below a price. */
  below(ceiling: number, candidate: Candidate): Candidate | undefined {
    let cheaper = candidate;
    for (let index = 0; index < TRIES && cheaper.price > ceiling; index += 1) {
      const document = parse(cheaper.query, { noLocation: true });
      const { spots } = this.workshop.partsOf(document);
      if (spots.length === 0) return undefined;
      const { node, among } = this.random.pick(spots);
      if (!this.halved(node)) removeFrom(node, among);
      cheaper = this.workshop.candidate(document, cheaper.variables) ?? cheaper;
    }
    return cheaper.price <= ceiling ? cheaper : undefined;
  }

  private step(document: DocumentNode, other: Candidate): void {
    const { places, spots } = this.workshop.partsOf(document);
    if (places.length === 0 || spots.length === 0) return;
    const at = { document, other, places, spots, place: this.random.pick(places), spot: this.random.pick(spots) };
    this.random.pick(STEPS)(this, at);
  }

  add({ type, selections, depth }: Place): void {
    if (isAbstractType(type) && this.random.chance(0.5)) {
      const possible = this.random.pick(this.workshop.schema.getPossibleTypes(type));
      selections.push(this.narrowed(possible, depth));
      return;
    }
    const fields = [...fieldsOf(type), ...(type === this.workshop.schema.getQueryType() ? OF_SCHEMA : [])];
    if (fields.length === 0) return;
    selections.push(this.call(this.random.pick(fields), depth));
  }

  /** A list below. */
  nest({ type, selections, depth }: Place): void {
    const lists = fieldsOf(type).filter(isDear);
    if (lists.length === 0 || depth >= DEEPEST) return;
    selections.push(this.call(this.random.pick(lists), depth));
  }

  /** Everything that has no fields of its own. */
  widen({ type, selections }: Place): void {
    selections.push(...leavesOf(type).map(({ name }) => leaf(name)));
  }

  /** A field once more, under another name. */
  repeat({ node, among }: Spot): void {
    among.push({ ...structuredClone(node as FieldNode), alias: named(aliasOf(this.random)) });
  }

  rename({ node }: Spot): void {
    node.alias = named(aliasOf(this.random));
  }

  raise(spots: readonly Spot[]): void {
    const paged = spots.filter(({ field }) => field.args.some(({ name }) => name === 'first'));
    if (paged.length === 0) return;
    const { node } = this.random.pick(paged);
    const first = this.random.chance(0.6) ? LARGEST_PAGE : this.random.between(1, LARGEST_PAGE);
    setArgument(node, 'first', String(first));
  }

  argue({ node, field }: Spot): void {
    if (field.args.length === 0) return;
    const argument = this.random.pick(field.args);
    if (isNonNullType(argument.type) || this.random.chance(0.6))
      setArgument(node, argument.name, this.literalFor(argument, field));
    else node.arguments = (node.arguments ?? []).filter(({ name }) => name.value !== argument.name);
  }

  /** A root field of another document. */
  join({ document, other }: At): void {
    const theirs = this.workshop.partsOf(parse(other.query, { noLocation: true }));
    const mine = this.workshop.partsOf(document);
    const [from, to] = [theirs.places[0], mine.places[0]];
    if (from === undefined || to === undefined || from.type !== to.type) return;
    const taken = this.random.pick(from.selections);
    if (taken.kind === Kind.FIELD) to.selections.push({ ...taken, alias: named(aliasOf(this.random)) });
  }

  private narrowed(type: GraphQLObjectType, depth: number): SelectionNode {
    const typeCondition = { kind: Kind.NAMED_TYPE, name: named(type.name) } as const;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: selectionSet(this.selectionsOf(type, depth)) };
  }

  private call(field: AnyField, depth: number): FieldNode {
    const type = getNamedType(field.type);
    const given = field.args.filter((argument) => this.#values.isGiven(argument));
    const args = given.map((argument) => argumentNode(argument.name, this.literalFor(argument, field)));
    const call = { ...leaf(field.name), arguments: args };
    const isAliased = this.random.chance(0.4);
    const name = isAliased ? { alias: named(aliasOf(this.random)) } : {};
    if (!isCompositeType(type)) return { ...call, ...name };
    return { ...call, ...name, selectionSet: selectionSet(this.selectionsOf(type, depth)) };
  }

  /** What is first asked of a type: its values, and of a page its items. */
  private selectionsOf(type: GraphQLCompositeType, depth: number): SelectionNode[] {
    const leaves = leavesOf(type).filter(() => this.random.chance(0.8));
    const own = leaves.map(({ name }) => leaf(name));
    const nodes = fieldsOf(type).find(({ name }) => name === 'nodes' || name === 'edges');
    const inner = nodes === undefined || depth >= DEEPEST ? [] : [this.call(nodes, depth + 1)];
    return [leaf('__typename'), ...own, ...inner];
  }

  private literalFor(argument: GraphQLArgument, { name: owner }: AnyField): string {
    if (argument.name === 'first')
      return String(this.random.chance(0.5) ? LARGEST_PAGE : this.random.between(1, LARGEST_PAGE));
    if (argument.name === 'by') return this.dimensions(argument);
    return literalOf(this.#values.of({ type: argument.type, name: argument.name, owner }));
  }

  private dimensions(argument: GraphQLArgument): string {
    const type = getNamedType(argument.type);
    const all = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    const chosen = Array.from({ length: this.random.between(1, 4) }, () => this.random.pick(all));
    return `[${[...new Set(chosen)].join(', ')}]`;
  }

  /** Half a page, where a field has pages; false where it has none to halve. */
  private halved(node: Field): boolean {
    const first = node.arguments?.find(({ name }) => name.value === 'first');
    if (first?.value.kind !== Kind.INT || Number(first.value.value) < 2) return false;
    setArgument(node, 'first', String(Math.floor(Number(first.value.value) / 2)));
    return true;
  }
}

const fieldsOf = (type: GraphQLCompositeType): AnyField[] =>
  'getFields' in type && !isInputObjectType(type) ? Object.values(type.getFields()) : [];
