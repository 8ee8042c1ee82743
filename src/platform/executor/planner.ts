import {
  getArgumentValues,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  visit,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Source } from './collect-fields.ts';
import type { Field, Resolve } from './field.ts';
import { leafWriter, fastSerializerOf, type FastSerializer } from './leaf.ts';
import { objectOf } from './object.ts';
import { counted, withErrorBoundary, list, nonNull, nullable, type FieldLocation } from './value.ts';
import type { Arguments, Path, ExecutionContext, Serializer } from './serializer.ts';

/** A value as it is written, and whether it depends on nothing but the object that holds it. */
interface Value {
  readonly write: Serializer;
  readonly isFixed: boolean;
  readonly isLeaf?: boolean;
  readonly usual?: FastSerializer;
}

/** Writes an object that stays in memory once, for each place that asks the same of it. */
function memoizedByObject(write: Serializer): Pick<Value, 'write' | 'usual'> {
  const texts = new WeakMap<object, string>();
  return {
    usual: (value) => texts.get(value as object),
    write: (value, run, path) => {
      const known = texts.get(value as object);
      if (known !== undefined) return known;
      const before = run.errors.length;
      const { letters } = run;
      const written = write(value, run, path);
      // Whoever holds the text counts it, the first time as later.
      if (typeof written === 'string') run.letters = letters;
      // An error is reported each time.
      if (typeof written === 'string' && run.errors.length === before) texts.set(value as object, written);
      return written;
    },
  };
}

const COUNTED_AT_MOST = 20_000;
const NO_ARGUMENTS: Arguments = Object.freeze({});

type AnyField = GraphQLField<unknown, unknown>;

const property =
  (name: string): Resolve =>
  (source, { context }) => {
    const value = (source as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).call(source, {}, context) : value;
  };

function typename({ name: type }: GraphQLObjectType, name: string): Field {
  const text = `"${type}"`;
  const written = { usual: () => text, complete: () => text, fail: () => text };
  return { name, isFixed: true, isNullable: false, property: undefined, resolve: () => type, ...written };
}

const usesVariables = (nodes: readonly FieldNode[]): boolean => {
  let uses = false;
  for (const argument of nodes[0]?.arguments ?? []) visit(argument, { [Kind.VARIABLE]: () => void (uses = true) });
  return uses;
};

/** Makes the writers of an operation's selections: once for a document, and then run for every request that sends it. */
export class Planner {
  #planned = 0;

  constructor(
    private readonly source: Source,
    /** The types whose objects stay in memory. */
    private readonly held: ReadonlySet<string>,
  ) {}

  /** How many fields there are, with those that are only planned once a row of their type comes. */
  get planned(): number {
    return this.#planned;
  }

  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Field[] {
    return [...collectFields(this.source, type, sets)].map(([name, nodes]) => this.field(type, name, nodes));
  }

  private field(parent: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): Field {
    this.#planned += 1;
    const asked = nodes[0]?.name.value ?? '';
    if (asked === '__typename') return typename(parent, name);
    const field = parent.getFields()[asked] as AnyField | undefined;
    if (field === undefined) throw new Error(`${parent.name} has no field "${asked}".`);
    const place = { coordinate: `${parent.name}.${asked}`, nodes };
    const value = this.value(field.type, place);
    const isNullable = !isNonNullType(field.type);
    const isFixed = value.isFixed && (field.resolve === undefined || field.extensions['pure'] === true);
    const pathOf = (before: Path | undefined): Path => ({ before, key: name });
    // A leaf needs its path only when it fails.
    const located: Serializer = value.isLeaf
      ? value.write
      : (there, run, before) => value.write(there, run, pathOf(before));
    const { write: complete, fail } = withErrorBoundary(located, { ...place, isNullable, pathOf });
    const property = field.resolve === undefined ? field.name : undefined;
    const resolve = this.resolverOf(parent, field, place);
    return { name, isFixed, isNullable, property, resolve, usual: value.usual, complete, fail };
  }

  private resolverOf(parent: GraphQLObjectType, field: AnyField, { nodes }: FieldLocation): Resolve {
    const { resolve } = field;
    if (resolve === undefined) return property(field.name);
    const info = this.infoOf(parent, field, nodes);
    const [node] = nodes;
    if (field.args.length === 0 || node === undefined) {
      return (source, { context }) => resolve(source, NO_ARGUMENTS, context, info);
    }
    const fixed = usesVariables(nodes) ? undefined : getArgumentValues(field, node, {});
    const argsOf = (run: ExecutionContext): Arguments => {
      const known = fixed ?? run.args.get(info);
      if (known !== undefined) return known;
      const read = getArgumentValues(field, node, run.variables);
      run.args.set(info, read);
      return read;
    };
    return (source, run) => resolve(source, argsOf(run), run.context, info);
  }

  /** What resolvers may know of where they are asked; none of ours needs the path, so that none is made for each row. */
  private infoOf(parent: GraphQLObjectType, field: AnyField, nodes: readonly FieldNode[]) {
    const { schema, fragments, operation } = this.source;
    return {
      ...{ fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: parent },
      ...{ path: { prev: undefined, key: field.name, typename: parent.name }, schema, fragments, operation },
      ...{ rootValue: undefined, variableValues: {} },
    } as GraphQLResolveInfo;
  }

  private value(type: GraphQLOutputType, place: FieldLocation): Value {
    if (!isNonNullType(type)) {
      const value = this.present(type, place);
      return { ...value, write: nullable(value.write) };
    }
    const value = this.present(type.ofType, place);
    return { ...value, write: nonNull(value.write, place) };
  }

  /** A value that is there. */
  private present(type: GraphQLOutputType, place: FieldLocation): Value {
    if (isNonNullType(type)) return this.value(type, place);
    if (isListType(type)) {
      const item = this.value(type.ofType, place);
      const spot = { ...place, isNullable: !isNonNullType(type.ofType), pathOf: (at: Path | undefined) => at };
      const write = list(withErrorBoundary(item.write, spot).write, place);
      return { write: item.usual === undefined ? write : counted(write), isFixed: item.isFixed };
    }
    if (isLeafType(type))
      return { write: leafWriter(type), isFixed: true, isLeaf: true, usual: fastSerializerOf(type) };
    const sets = place.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return isObjectType(type) ? this.object(type, sets) : { write: this.abstract(type, sets, place), isFixed: false };
  }

  private object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Value {
    const fields = this.fieldsOf(type, sets);
    const write = objectOf(fields);
    const isFixed = fields.every((field) => field.isFixed);
    return isFixed && this.held.has(type.name) ? { ...memoizedByObject(write), isFixed } : { write, isFixed };
  }

  /** An object of one of several types, which each row names; the writers of a type are made when it first comes. */
  private abstract(
    type: GraphQLAbstractType,
    sets: readonly SelectionSetNode[],
    { coordinate }: FieldLocation,
  ): Serializer {
    const { schema } = this.source;
    const byName = new Map<string, Serializer>();
    for (const possible of schema.getPossibleTypes(type)) this.countFields(possible, sets);
    const writerOf = (name: string): Serializer => {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const concrete = schema.getType(name);
      if (!isObjectType(concrete) || !isAbstractType(type) || !schema.isSubType(type, concrete)) {
        throw new GraphQLError(`Abstract type "${type.name}" was resolved to "${name}" at field "${coordinate}".`);
      }
      const made = this.object(concrete, sets).write;
      byName.set(name, made);
      return made;
    };
    return (value, run, path) => writerOf((value as { __typename: string }).__typename)(value, run, path);
  }

  /** Counts the fields that a selection of a type unfolds to, without planning them. */
  private countFields(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void {
    const { schema } = this.source;
    for (const nodes of collectFields(this.source, type, sets).values()) {
      this.#planned += 1;
      // Nested abstract types multiply; beyond this number a plan is too heavy to keep anyway.
      if (this.#planned > COUNTED_AT_MOST) return;
      const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      const inner = getNamedType(type.getFields()[nodes[0]?.name.value ?? '']?.type);
      if (isObjectType(inner)) this.countFields(inner, below);
      if (isAbstractType(inner)) for (const each of schema.getPossibleTypes(inner)) this.countFields(each, below);
    }
  }
}
