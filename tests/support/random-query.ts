import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Random } from '../../src/seed/random.ts';

/** Values for arguments by their name; others are made up from their type. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

const DEEPEST = 5;
const MOST_FIELDS = 5;
const OPTIONAL = 0.4;
const HOSTILE = ['', '%', "x' or '1'='1", '\u0000', 'ﷺ'.repeat(50), '-1', '{}'];

/** Builds random operations that are valid against a schema. */
export class QueryBuilder {
  readonly #random: Random;
  #aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly vocabulary: Vocabulary,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  next(): string {
    this.#aliases = 0;
    const query = this.schema.getQueryType();
    if (!query) throw new Error('The schema has no query.');
    return this.selection(query, DEEPEST);
  }

  private selection(type: GraphQLNamedType, depth: number): string {
    if (isAbstractType(type)) {
      const own = isObjectType(type) ? '' : this.fields(type, depth);
      const possible = this.#random.pick(this.schema.getPossibleTypes(type));
      return `{ __typename ${own} ... on ${possible.name} ${this.selection(possible, depth)} }`;
    }
    return `{ __typename ${this.fields(type, depth)} }`;
  }

  private fields(type: GraphQLNamedType, depth: number): string {
    if (!('getFields' in type) || isInputObjectType(type)) return '';
    const all = Object.values(type.getFields());
    const open = depth > 0 ? all : all.filter((field) => isLeafType(getNamedType(field.type)));
    const chosen = Array.from({ length: this.#random.between(1, MOST_FIELDS) }, () => this.#random.pick(open));
    return [...new Set(chosen)].map((field) => this.field(field, depth)).join(' ');
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((arg) => isNonNullType(arg.type) || this.#random.chance(OPTIONAL));
    const list = given.map((arg) => `${arg.name}: ${this.value(arg.type, arg.name)}`);
    const type = getNamedType(field.type);
    // An alias for each, so that two fields of a name with other arguments are never in conflict.
    this.#aliases += 1;
    const call = `${list.length > 0 || this.#aliases < 20 ? `a${String(this.#aliases)}: ` : ''}${field.name}`;
    const args = list.length > 0 ? `(${list.join(', ')})` : '';
    return `${call}${args}${isLeafType(type) ? '' : ` ${this.selection(type, depth - 1)}`}`;
  }

  private value(type: GraphQLInputType, name: string): string {
    if (isNonNullType(type)) return this.value(type.ofType, name);
    if (isListType(type)) return `[${this.value(type.ofType, name)}]`;
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#random.chance(OPTIONAL),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.value(field.type, field.name)}`).join(', ')} }`;
    }
    return this.scalar(type.name, name);
  }

  private scalar(type: string, name: string): string {
    if (type === 'Int')
      return String(this.#random.chance(0.05) ? this.#random.between(-5, 500) : this.#random.between(1, 6));
    if (type === 'Boolean') return String(this.#random.chance(0.5));
    const words = this.vocabulary[name];
    const hostile = words === undefined || this.#random.chance(0.08);
    return JSON.stringify(this.#random.pick(hostile ? HOSTILE : words));
  }
}
