import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { parseGlobalId } from '../src/platform/lib/global-id.ts';
import { Random } from '../src/seed/random.ts';
import { Draft, type Asked } from './drafts.ts';
import { literalOf, Values, type Odds, type Value, type Vocabulary } from './values.ts';

export type { Asked } from './drafts.ts';

type AnyField = GraphQLField<unknown, unknown>;

/** How deep a selection may still go, and how many fields it takes at each level. */
interface Reach {
  readonly depth: number;
  readonly fields: number;
}
const USUAL: Reach = { depth: 5, fields: 5 };
const DEEP: Reach = { depth: 9, fields: 2 };
const WIDE: Reach = { depth: 3, fields: 12 };

const ALIASED_AT_MOST = 24;
/** What every payload has besides the changed thing. */
const PAYLOAD_FIELDS = new Set(['replayed', 'userErrors']);
const ODDS = { variable: 0.3, fragment: 0.1, directive: 0.05, schema: 0.02, several: 0.1, deep: 0.12, wide: 0.08 };

/** The names of the answer at one place: a field with arguments takes an alias where its name is taken. */
type Names = Set<string>;

/** Draws operations that are valid against a schema, or nearly so. */
export class Operations {
  readonly #random: Random;
  readonly #values: Values;
  #draft: Draft;
  /** The types of the ids that were drawn last, so that what they name is asked for. */
  #named: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    vocabulary: Vocabulary,
    { seed, odds }: { seed: number; odds?: Odds },
  ) {
    this.#random = new Random(seed);
    this.#values = new Values(this.#random, vocabulary, odds);
    this.#draft = new Draft(this.#random, this.#values);
  }

  /** A document with a query to ask for, perhaps among others. */
  next(): Asked {
    this.#draft = new Draft(this.#random, this.#values);
    const count = this.#random.chance(ODDS.several) ? this.#random.between(2, 3) : 1;
    const operations = Array.from({ length: count }, (_, index) => ({
      kind: 'query',
      name: count > 1 || this.#random.chance(0.3) ? `Q${String(index + 1)}` : '',
      part: this.#draft.part(() => this.root()),
    }));
    return this.#draft.document(operations, this.nameOf(operations));
  }

  /** A document with changes, each with a selection of what it answers. */
  changes(fields: readonly { readonly field: AnyField; readonly input: Value }[]): Asked {
    this.#draft = new Draft(this.#random, this.#values);
    const part = this.#draft.part(() => {
      const calls = fields.map(({ field, input }, index) => {
        return `m${String(index)}: ${field.name}(input: ${this.given(field, input)}) ${this.ofPayload(field)}`;
      });
      return `{ ${calls.join(' ')} }`;
    });
    return this.#draft.document([{ kind: 'mutation', name: '', part }], undefined);
  }

  /** What is asked of the payload of a change: what became of it, and something of the changed thing. */
  private ofPayload({ name, type }: AnyField): string {
    const payload = getNamedType(type);
    const all = isObjectType(payload) ? Object.values(payload.getFields()) : [];
    const thing = all.find((field) => !PAYLOAD_FIELDS.has(field.name));
    if (thing === undefined) throw new Error(`${name} answers no payload.`);
    const changed = getNamedType(thing.type);
    const id = isObjectType(changed) && 'id' in changed.getFields() ? 'changedId: id' : '__typename';
    const answer = this.selection(changed, { depth: 2, fields: 4 });
    return `{ changed: ${thing.name} { ${id} ... ${answer} } replayed userErrors { code path message } }`;
  }

  private given(field: AnyField, input: Value): string {
    const [argument] = field.args;
    if (argument === undefined || this.#random.chance(0.5)) return literalOf(input);
    return literalOf(this.#draft.sent(String(argument.type), input));
  }

  /** Of several operations one is to be named; now and then it is not, or is not there. */
  private nameOf(operations: readonly { readonly name: string }[]): Asked['operationName'] {
    if (this.#random.chance(0.02)) return this.#random.pick(['', 'Other', null]);
    const { name } = this.#random.pick(operations);
    return name === '' ? undefined : name;
  }

  private root(): string {
    const query = this.schema.getQueryType();
    if (query == null) throw new Error('The schema has no query.');
    if (this.#random.chance(ODDS.schema)) return this.ofSchema();
    const isDeep = this.#random.chance(ODDS.deep);
    return this.selection(query, isDeep ? DEEP : this.#random.chance(ODDS.wide) ? WIDE : USUAL);
  }

  private ofSchema(): string {
    const field = this.#random.chance(0.5) ? SchemaMetaFieldDef : TypeMetaFieldDef;
    return `{ ${this.field(field, 'Query', { reach: { depth: 4, fields: 3 }, names: new Set() })} }`;
  }

  private selection(type: GraphQLNamedType, reach: Reach, names: Names = new Set()): string {
    if (isAbstractType(type)) return this.ofAbstract(type, reach, names);
    if (reach.depth > 0 && this.#random.chance(ODDS.fragment)) {
      const name = this.#draft.fragment(type.name, () => `{ ${this.fields(type, reach, new Set())} }`);
      return `{ __typename ...${name}${this.directive()} }`;
    }
    const inner = this.fields(type, reach, names);
    return this.#random.chance(0.05) ? `{ ...${this.directive()} { ${inner} } }` : `{ __typename ${inner} }`;
  }

  private ofAbstract(type: GraphQLAbstractType, reach: Reach, names: Names): string {
    const own = 'getFields' in type ? this.fields(type, reach, names) : '';
    const possible = this.schema.getPossibleTypes(type);
    const named = possible.filter(({ name }) => this.#named.includes(name));
    const isNamed = named.length > 0 && this.#random.chance(0.85);
    const chosen = isNamed ? named : [this.#random.pick(possible)];
    const parts = chosen.map((each) => `... on ${each.name}${this.directive()} ${this.selection(each, reach, names)}`);
    return `{ __typename ${own} ${parts.join(' ')} }`;
  }

  private fields(type: GraphQLNamedType, reach: Reach, names: Names): string {
    if (!('getFields' in type) || isInputObjectType(type)) return '__typename';
    const all = Object.values(type.getFields());
    const open = reach.depth > 0 ? all : all.filter((field) => isLeafType(getNamedType(field.type)));
    if (open.length === 0) return '__typename';
    const chosen = Array.from({ length: this.#random.between(1, reach.fields) }, () => this.#random.pick(open));
    return [...new Set(chosen)].map((field) => this.field(field, type.name, { reach, names })).join(' ');
  }

  private field(field: AnyField, owner: string, { reach, names }: { reach: Reach; names: Names }): string {
    this.#named = [];
    const given = field.args.filter((argument) => this.#values.isGiven(argument));
    const list = given.map(({ name, type }) => {
      const value = this.#values.of({ name, type, owner }, (slot) => {
        const isVariable = this.#random.chance(ODDS.variable);
        return isVariable ? this.#draft.variable({ ...slot, owner }) : undefined;
      });
      return `${name}: ${this.noted(value)}`;
    });
    const type = getNamedType(field.type);
    const call = `${this.alias(field.name, list.length > 0, names)}${field.name}`;
    const args = list.length > 0 ? `(${list.join(', ')})` : '';
    const inner = isLeafType(type) ? '' : ` ${this.selection(type, { ...reach, depth: reach.depth - 1 })}`;
    return `${call}${args}${this.directive()}${inner}`;
  }

  /** Two fields of a name with other arguments are in conflict, unless one of them is called otherwise. */
  private alias(name: string, hasArguments: boolean, names: Names): string {
    const isFree = !names.has(name) && this.#random.chance(hasArguments ? 0.6 : 0.9);
    names.add(name);
    return isFree || this.#draft.aliases >= ALIASED_AT_MOST ? '' : `${this.#draft.nextAlias()}: `;
  }

  /** A value as it stands in the document; what its ids name is noted. */
  private noted(value: Value): string {
    const written = literalOf(value);
    const texts = [...written.matchAll(/"([\w-]{6,})"|\$(\w+)/g)].map(
      ([, text, variable]) => text ?? this.#draft.textOf(variable ?? ''),
    );
    for (const text of texts.flatMap((one) => one.match(/[\w-]{6,}/g) ?? [])) {
      const type = parseGlobalId(text)?.type;
      const named = type === undefined ? undefined : this.schema.getType(type);
      if (isObjectType(named)) this.#named.push(named.name);
    }
    return written;
  }

  private directive(): string {
    if (!this.#random.chance(ODDS.directive)) return '';
    const isLiteral = this.#random.chance(0.3);
    const condition = isLiteral ? String(this.#random.chance(0.7)) : literalOf(this.#draft.condition());
    return ` @${this.#random.pick(['include', 'skip'])}(if: ${condition})`;
  }
}
