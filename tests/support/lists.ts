import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';

export const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8'));

/** A way to cut a list: a value for one field of its filter. */
export interface Filter {
  readonly field: string;
  readonly value: string | boolean | readonly string[];
}
export interface Order {
  readonly field?: string;
  readonly direction: 'ASC' | 'DESC';
}

/** A paged list of the schema: the field, where it hangs, and every way to cut and to order it. */
export interface ListField {
  readonly parent: string;
  readonly name: string;
  readonly node: string;
  readonly filters: readonly Filter[];
  readonly orders: readonly Order[];
  readonly searches: boolean;
}

// Values that find something; a new filter of text without a value here fails.
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  search: ['فاط', 'moham'],
  profession: ['VEH-01'],
  sector: ['VEH'],
  bodyClass: ['VEHICLE_REPAIR'],
  territory: ['MA-03', 'MA-FES'],
};

// Days from which something lies on both sides.
const DAYS = ['2025-10-01'];

function valuesOf({ name, type }: GraphQLInputField): readonly Filter['value'][] {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const values = named.getValues().map((value) => value.name);
    return isListType(getNullableType(type)) ? [...values.map((value) => [value]), values.slice(0, 2)] : values;
  }
  if (named.name === 'DateRange') return DAYS;
  if (named.name === 'Boolean') return [true, false];
  const texts = TEXTS[name];
  if (texts === undefined) throw new Error(`No value for the filter "${name}": add one to tests/support/lists.ts.`);
  return texts;
}

function inputOf(field: GraphQLField<unknown, unknown>, name: string): GraphQLInputField[] {
  const type = field.args.find((argument) => argument.name === name)?.type;
  const named = type === undefined ? undefined : getNamedType(type);
  return isInputObjectType(named) ? Object.values(named.getFields()) : [];
}

function ordersOf(field: GraphQLField<unknown, unknown>): Order[] {
  const inputs = inputOf(field, 'orderBy');
  if (inputs.length === 0) return [];
  const by = inputs.find(({ name }) => name === 'field');
  const fields = by === undefined ? [{}] : valuesOf(by).map((value) => ({ field: String(value) }));
  return fields.flatMap((one) => (['ASC', 'DESC'] as const).map((direction) => ({ ...one, direction })));
}

function listOf(parent: string, field: GraphQLField<unknown, unknown>): ListField {
  // A territory cannot be cut by territory again.
  const inputs = inputOf(field, 'filter').filter(({ name }) => parent === 'Query' || name !== 'territory');
  return {
    parent,
    name: field.name,
    node: getNamedType(field.type).name.replace(/Connection$/, ''),
    filters: inputs.flatMap((input) => valuesOf(input).map((value) => ({ field: input.name, value }))),
    orders: ordersOf(field),
    searches: inputs.some(({ name }) => name === 'search'),
  };
}

// Lists of the centre have tests of their own, as have lists that need an argument.
const OF_THE_CENTRE = ['identityAlerts'];

/** Every paged list of the schema that regions ask for as it is. */
export const LISTS: readonly ListField[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection') && !field.args.some(isRequiredArgument))
      .filter(({ name }) => !OF_THE_CENTRE.includes(name))
      .map((field) => listOf(type.name, field)),
  );

const literal = (value: Filter['value']): string => (Array.isArray(value) ? `[${value.join(', ')}]` : String(value));

/** The arguments of a list, as text. */
export function argumentsOf(cut: {
  readonly filters?: readonly Filter[];
  readonly order?: Order | undefined;
  readonly size: number;
  readonly cursor?: string | null;
  /** Whether the page is taken from the end. */
  readonly isBackward?: boolean;
}): string {
  const filters = (cut.filters ?? []).map(({ field, value }) =>
    field in TEXTS
      ? `${field}: "${String(value)}"`
      : field.endsWith('On')
        ? `${field}: { from: "${String(value)}" }`
        : `${field}: ${literal(value)}`,
  );
  const order = cut.order && Object.entries(cut.order).map(([name, value]) => `${name}: ${String(value)}`);
  const parts = [
    `${cut.isBackward === true ? 'last' : 'first'}: ${String(cut.size)}`,
    filters.length > 0 ? `filter: { ${filters.join(', ')} }` : '',
    order ? `orderBy: { ${order.join(', ')} }` : '',
    cut.cursor ? `${cut.isBackward === true ? 'before' : 'after'}: "${cut.cursor}"` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
