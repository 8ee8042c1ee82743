import {
  getArgumentValues,
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
import { collect, type Source } from './collect.ts';
import { leafWriter } from './leaf.ts';
import { kept, objectOf, type Field } from './object.ts';
import { failed, guarded, list, nonNull, nullable, type Place } from './value.ts';
import {
  isPromise,
  Missing,
  orNull,
  type Arguments,
  type Part,
  type Path,
  type Run,
  type Write,
  type Written,
} from './write.ts';

/** A value as it is written, and whether it depends on nothing but the object that holds it. */
interface Value {
  readonly write: Write;
  readonly isFixed: boolean;
}

const NO_ARGUMENTS: Arguments = Object.freeze({});

/** What a field answers, before it is written. */
type Resolve = (source: unknown, run: Run) => unknown;

type AnyField = GraphQLField<unknown, unknown>;

const property =
  (name: string): Resolve =>
  (source, { context }) => {
    const value = (source as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).call(source, {}, context) : value;
  };

const usesVariables = (nodes: readonly FieldNode[]): boolean => {
  let uses = false;
  for (const argument of nodes[0]?.arguments ?? []) visit(argument, { [Kind.VARIABLE]: () => void (uses = true) });
  return uses;
};

/** Makes the writers of an operation's selections: once for a document, and then run for every request that sends it. */
export class Planner {
  constructor(
    private readonly source: Source,
    /** The types whose objects stay in memory. */
    private readonly held: ReadonlySet<string>,
  ) {}

  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Field[] {
    return [...collect(this.source, type, sets)].map(([name, nodes]) => this.field(type, name, nodes));
  }

  private field(parent: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): Field {
    const asked = nodes[0]?.name.value ?? '';
    if (asked === '__typename') return { name, isFixed: true, write: () => `"${parent.name}"` };
    const field = parent.getFields()[asked] as AnyField | undefined;
    if (field === undefined) throw new Error(`${parent.name} has no field "${asked}".`);
    const place = { coordinate: `${parent.name}.${asked}`, nodes };
    const value = this.value(field.type, place);
    const isFixed = value.isFixed && (field.resolve === undefined || field.extensions['pure'] === true);
    return { name, isFixed, write: this.fieldWriter({ parent, field, name }, place, value.write) };
  }

  private fieldWriter(
    { parent, field, name }: { parent: GraphQLObjectType; field: AnyField; name: string },
    place: Place,
    complete: Write,
  ): Write {
    const resolve = this.resolverOf(parent, field, place);
    const isNullable = !isNonNullType(field.type);
    const fail = (error: unknown, run: Run, before: Path | undefined): Written =>
      failed(error, place, { run, path: { before, key: name }, isNullable });
    const isLeaf = isLeafType(isNonNullType(field.type) ? field.type.ofType : field.type);
    const settled = (written: Written, run: Run): Written => (isNullable ? orNull(written, run) : written);
    return (source, run, before) => {
      const path = isLeaf ? undefined : { before, key: name };
      try {
        const value = resolve(source, run);
        const written: Part = isPromise(value)
          ? Promise.resolve(value).then((there) => complete(there, run, path))
          : complete(value, run, path);
        if (typeof written === 'string') return written;
        if (written instanceof Missing) return settled(written, run);
        return written.then(
          (text) => settled(text, run),
          (error: unknown) => fail(error, run, before),
        );
      } catch (error) {
        return fail(error, run, before);
      }
    };
  }

  private resolverOf(parent: GraphQLObjectType, field: AnyField, { nodes }: Place): Resolve {
    const { resolve } = field;
    if (resolve === undefined) return property(field.name);
    const info = this.infoOf(parent, field, nodes);
    const [node] = nodes;
    if (field.args.length === 0 || node === undefined) {
      return (source, { context }) => resolve(source, NO_ARGUMENTS, context, info);
    }
    const fixed = usesVariables(nodes) ? undefined : getArgumentValues(field, node, {});
    const argsOf = (run: Run): Arguments => {
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

  private value(type: GraphQLOutputType, place: Place): Value {
    if (isNonNullType(type)) {
      const { write, isFixed } = this.present(type.ofType, place);
      return { write: nonNull(write, place), isFixed };
    }
    const { write, isFixed } = this.present(type, place);
    return { write: nullable(write), isFixed };
  }

  /** A value that is there. */
  private present(type: GraphQLOutputType, place: Place): Value {
    if (isNonNullType(type)) return this.value(type, place);
    if (isListType(type)) {
      const item = this.value(type.ofType, place);
      const isNullable = !isNonNullType(type.ofType);
      return { write: list(guarded(item.write, place, isNullable), place), isFixed: item.isFixed };
    }
    if (isLeafType(type)) return { write: leafWriter(type), isFixed: true };
    const sets = place.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return isObjectType(type) ? this.object(type, sets) : { write: this.abstract(type, sets, place), isFixed: false };
  }

  private object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Value {
    const fields = this.fieldsOf(type, sets);
    const write = objectOf(fields);
    const isFixed = fields.every((field) => field.isFixed);
    return { write: isFixed && this.held.has(type.name) ? kept(write) : write, isFixed };
  }

  /** An object of one of several types, which each row names; the writers of a type are made when it first comes. */
  private abstract(type: GraphQLAbstractType, sets: readonly SelectionSetNode[], { coordinate }: Place): Write {
    const { schema } = this.source;
    const byName = new Map<string, Write>();
    const writerOf = (name: string): Write => {
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
}
