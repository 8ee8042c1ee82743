import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Random } from '../src/seed/random.ts';

/** A value of an argument, before it is written as a literal of GraphQL or as JSON. */
export type Value =
  /** A number, a truth value or null: the same in both. */
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, Value])[] };

export const raw = (text: string): Value => ({ kind: 'raw', text });
export const text = (of: string): Value => ({ kind: 'text', text: of });
export const list = (items: readonly Value[]): Value => ({ kind: 'list', items });
export const NULL = raw('null');

function written(value: Value, quote: (name: string) => string): string {
  switch (value.kind) {
    case 'raw':
      return value.text;
    case 'text':
      return JSON.stringify(value.text);
    case 'enum':
      return quote(value.name);
    case 'variable':
      return `$${value.name}`;
    case 'list':
      return `[${value.items.map((item) => written(item, quote)).join(', ')}]`;
    case 'object':
      return `{${value.fields.map(([name, inner]) => `${quote(name)}: ${written(inner, quote)}`).join(', ')}}`;
  }
}

/** As it stands in a document. */
export const literalOf = (value: Value): string => written(value, (name) => name);
/** As it stands among the variables of a request: text, for some numbers and texts are none of JavaScript. */
export const jsonOf = (value: Value): string => written(value, JSON.stringify);

/** Words for arguments and input fields by their names, or by `Type.name`; others are made up from their type. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>;

const LONG = 20_000;
const TEXTS = [
  ...['', ' ', '%', '_', "x' or '1'='1", '{}', '-1', 'null', '\\', '"', '$1', '../..'],
  // What cannot be kept or seen: NUL, a direction that turns the line, half a character, a joiner alone.
  ...['\u0000', 'ab\u202ecd', '\ud800', '\udfff\ud800', '\u200d', '\u200b', '\ufeff', '\uffff'],
  ...['ﷺ'.repeat(50), '𝒻𝒶𝓉𝒾𝓂𝒶', '👩‍🏭', 'e\u0301'.repeat(30), 'a\u0300\u0301\u0302\u0303', 'м'.repeat(120)],
  ...['٣'.repeat(9), 'x'.repeat(LONG), '\u0640'.repeat(200)],
];
const WHOLE = ['-1', '0', '-0', '500', '2147483647', '-2147483648', '2147483648', '9007199254740993', '1e400', '1.5'];
const FLOATS = ['-1', '0', '-0.0', '1e308', '1e400', '-1e400', '1e-400', '0.1', '2147483648', '9007199254740993'];
const DAYS = ['0000-01-01', '2025-02-30', '1404-05-06', '9999-12-31', '2026-13-01', '2026-1-1', '٢٠٢٦-٠١-٠١', 'today'];
const MOMENTS = [
  '0000-01-01T00:00:00Z',
  '2025-02-30T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '+275760-09-13T00:00:00Z',
  'now',
];
/** Of no type at all, or of another one. */
const STRANGE = ['null', 'true', '3', '"x"', '[]', '{}', '[[1]]', '{"a": 1}'];

const PAST = ['2024-01-15', '2025-03-01', '2025-11-30', '2026-01-05', '2026-06-30'];
const LONGEST_LIST = 4;

/** What scalars are drawn from: ordinary ones that lead to data, and hostile ones. */
interface Kind {
  readonly hostile: readonly string[];
  readonly isQuoted: boolean;
  readonly ordinary: (random: Random) => string;
}

const day = (random: Random): string => random.pick(PAST);
const KINDS: Readonly<Record<string, Kind>> = {
  Int: { hostile: WHOLE, isQuoted: false, ordinary: (random) => String(random.between(1, 6)) },
  Float: { hostile: FLOATS, isQuoted: false, ordinary: (random) => String(random.between(1, 40)) },
  Boolean: { hostile: ['0', 'null'], isQuoted: false, ordinary: (random) => String(random.chance(0.5)) },
  LocalDate: { hostile: DAYS, isQuoted: true, ordinary: day },
  DateTime: { hostile: MOMENTS, isQuoted: true, ordinary: (random) => `${day(random)}T08:00:00Z` },
};
const OF_TEXT: Kind = { hostile: TEXTS, isQuoted: true, ordinary: (random) => random.pick(TEXTS) };

/** How often something unusual is drawn. */
export interface Odds {
  readonly optional: number;
  readonly hostile: number;
  readonly strange: number;
  /** Of arguments that seldom fit, by their names. */
  readonly byName?: Readonly<Record<string, number>>;
}
const FITS_SELDOM = {
  first: 0.9,
  last: 0.05,
  after: 0.08,
  before: 0.03,
  orderBy: 0.25,
  filter: 0.35,
  territory: 0.15,
  since: 0.1,
  until: 0.1,
  actor: 0.1,
};
export const USUAL_ODDS: Odds = { optional: 0.4, hostile: 0.02, strange: 0.002, byName: FITS_SELDOM };

/** A place where a value is given: an argument, or a field of an input. */
export interface Slot {
  readonly type: GraphQLInputType;
  readonly name: string;
  /** The type that has the field, or is the input. */
  readonly owner: string;
}

/** May put something else in the place of a value, such as a variable. */
export type Instead = (slot: Slot) => Value | undefined;

/** Draws values of any input type. */
export class Values {
  constructor(
    private readonly random: Random,
    private readonly vocabulary: Vocabulary,
    private readonly odds: Odds = USUAL_ODDS,
  ) {}

  of(slot: Slot, instead: Instead = () => undefined): Value {
    return instead(slot) ?? this.plain(slot, instead);
  }

  /** A value that is seldom right, or of another type. */
  hostile({ type }: Pick<Slot, 'type'>): Value {
    const named = getNamedType(type);
    if (this.random.chance(0.2) || !isScalarType(named)) return raw(this.random.pick(STRANGE));
    const { hostile, isQuoted } = KINDS[named.name] ?? OF_TEXT;
    const drawn = this.random.pick(hostile);
    return isQuoted ? text(drawn) : raw(drawn);
  }

  /** Whether a field that may be left out is given. */
  isGiven({ type, name, defaultValue }: Pick<GraphQLInputField, 'type' | 'name' | 'defaultValue'>): boolean {
    const { byName = {}, optional } = this.odds;
    if (!isNonNullType(type)) return this.random.chance(byName[name] ?? optional);
    // A page of the default size is dear.
    return defaultValue === undefined || this.random.chance(0.9);
  }

  private plain({ type, name, owner }: Slot, instead: Instead): Value {
    if (this.random.chance(this.odds.strange)) return raw(this.random.pick(STRANGE));
    if (isNonNullType(type)) return this.plain({ type: type.ofType, name, owner }, instead);
    if (isListType(type)) return this.several({ type: type.ofType, name, owner }, instead);
    if (isEnumType(type)) return { kind: 'enum', name: this.random.pick(type.getValues()).name };
    if (!isInputObjectType(type)) return this.scalar(type.name, this.wordsFor(name, owner));
    const given = Object.values(type.getFields()).filter((field) => this.isGiven(field));
    return { kind: 'object', fields: given.map((field) => [field.name, this.ofField(field, type.name, instead)]) };
  }

  private ofField({ name, type }: GraphQLInputField, owner: string, instead: Instead): Value {
    return this.of({ type, name, owner }, instead);
  }

  private several(item: Slot, instead: Instead): Value {
    const count = this.random.between(this.random.chance(0.05) ? 0 : 1, LONGEST_LIST);
    return list(Array.from({ length: count }, () => this.of(item, instead)));
  }

  private wordsFor(name: string, owner: string): readonly string[] | undefined {
    return this.vocabulary[`${owner}.${name}`] ?? this.vocabulary[name];
  }

  private scalar(type: string, words: readonly string[] | undefined): Value {
    const { hostile, isQuoted, ordinary } = KINDS[type] ?? OF_TEXT;
    const isHostile = this.random.chance(this.odds.hostile);
    const drawn = isHostile ? this.random.pick(hostile) : words ? this.random.pick(words) : ordinary(this.random);
    return isQuoted ? text(drawn) : raw(drawn);
  }
}
