import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLInputType,
} from 'graphql';
import { schema } from './schema.ts';

/** A scalar that a client gives, somewhere in the arguments of a field. */
export interface Leaf {
  /** The type that has the field. */
  readonly parent: string;
  readonly field: string;
  /** As a refusal names it: `input.members[0].nameAr`. */
  readonly path: string;
  readonly scalar: string;
}

/** How one object of a type is asked for, around its fields; a type with arguments that is missing here fails. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  ...{ Query: [], Mutation: [], Nation: ['nation'], Region: ['region(code: "MA-03")'] },
  ...{ Province: ['province(code: "MA-FES")'], Artisan: ['artisans(first: 1)', 'nodes'] },
  ...{ Body: ['bodies(first: 1)', 'nodes'], Committee: ['committees(first: 1)', 'nodes'] },
  ...{ Campaign: ['campaigns(first: 1)', 'nodes'], Phase: ['region(code: "MA-03")', 'phases(first: 1)', 'nodes'] },
};
const ORDINARY: Readonly<Record<string, string | number | boolean>> = {
  ...{ String: 'x', ID: 'x', Int: 1, Float: 1, Boolean: true },
  ...{ TerritoryCode: 'x', ProfessionCode: 'x', BodyClassCode: 'x' },
  ...{ LocalDate: '2026-01-05', DateTime: '2026-01-05T08:00:00Z' },
};

function leavesOf(type: GraphQLInputType, path: string): Pick<Leaf, 'path' | 'scalar'>[] {
  const there = getNullableType(type);
  if (isListType(there)) return leavesOf(there.ofType, `${path}[0]`);
  if (isInputObjectType(there)) {
    return Object.values(there.getFields()).flatMap((field) => leavesOf(field.type, `${path}.${field.name}`));
  }
  return isEnumType(there) ? [] : [{ path, scalar: getNamedType(there).name }];
}

/** Every scalar that can be given anywhere. */
export const LEAVES: readonly Leaf[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .flatMap((type) =>
    Object.values(isObjectType(type) ? type.getFields() : {}).flatMap(({ name: field, args }) =>
      args.flatMap((arg) => leavesOf(arg.type, arg.name).map((leaf) => ({ ...leaf, parent: type.name, field }))),
    ),
  );

const isOn = (path: string, { path: to }: Leaf): boolean => to === path || /^[.[]/.test(to.slice(path.length));

/** How names and enums are written: in a literal of GraphQL as they are, in JSON within quotes. */
type Quote = (name: string) => string;

interface Given {
  readonly leaf: Leaf;
  /** The value of the leaf as JSON text, for some numbers are none of JavaScript. */
  readonly given: string;
  readonly quote: Quote;
}

/** An ordinary value for a type, with the given one in the place of the leaf. */
function valueOf(type: GraphQLInputType, path: string, to: Given): string {
  const there = getNullableType(type);
  const { leaf, given, quote } = to;
  if (path === leaf.path) return given;
  if (isListType(there)) return `[${valueOf(there.ofType, `${path}[0]`, to)}]`;
  if (isEnumType(there)) return quote(there.getValues()[0]?.name ?? '');
  if (!isInputObjectType(there)) return JSON.stringify(ORDINARY[getNamedType(there).name]);
  const fields = Object.values(there.getFields())
    .map(({ name, ...field }) => ({ ...field, name, at: `${path}.${name}` }))
    .filter((field) => isRequiredInputField(field) || (leaf.path.startsWith(field.at) && isOn(field.at, leaf)));
  return `{${fields.map((field) => `${quote(field.name)}: ${valueOf(field.type, field.at, to)}`).join(', ')}}`;
}

interface Asked {
  readonly query: string;
  readonly variables: string;
}

function askedWith(leaf: Leaf, given: string, isLiteral: boolean): Asked {
  const parent = schema.getType(leaf.parent);
  const field = isObjectType(parent) ? parent.getFields()[leaf.field] : undefined;
  const around = AROUND[leaf.parent];
  if (field === undefined || around === undefined) throw new Error(`tests/support/inputs.ts: where is ${leaf.parent}?`);
  const quote = isLiteral ? (name: string) => name : JSON.stringify;
  const args = field.args
    .filter((arg) => isRequiredArgument(arg) || (leaf.path.startsWith(arg.name) && isOn(arg.name, leaf)))
    .map(({ name, type }) => ({ name, type: String(type), value: valueOf(type, name, { leaf, given, quote }) }));
  const ofMutation = leaf.parent === 'Mutation' ? ' { userErrors { code path message } }' : undefined;
  const selection = ofMutation ?? (isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '');
  const list = args.map(({ name, value }) => `${name}: ${isLiteral ? value : `$${name}`}`).join(', ');
  const call = around.reduceRight((inner, outer) => `${outer} { ${inner} }`, `${leaf.field}(${list})${selection}`);
  const declared = isLiteral ? '' : ` (${args.map(({ name, type }) => `$${name}: ${type}`).join(', ')})`;
  const values = isLiteral ? [] : args.map(({ name, value }) => `"${name}": ${value}`);
  const operation = leaf.parent === 'Mutation' ? 'mutation' : 'query';
  return { query: `${operation}${declared} { ${call} }`, variables: `{${values.join(', ')}}` };
}

/** Every way in which a client can give a value: as a literal or a variable, to the plans and to the interpreter. */
const WAYS = ['literal', 'variable', 'literal, interpreted', 'variable, interpreted'] as const;
const WAYS_OF_GET = ['literal, by GET', 'variable, by GET'] as const;
export type Way = (typeof WAYS | typeof WAYS_OF_GET)[number];

/** The ways for a leaf: GET changes nothing. */
export const waysFor = ({ parent }: Leaf): readonly Way[] => (parent === 'Mutation' ? WAYS : [...WAYS, ...WAYS_OF_GET]);

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: string;
}

/** The request that gives a leaf a value; everything else in it is ordinary. */
export function sent(leaf: Leaf, given: string, way: Way): Sent {
  const { query, variables } = askedWith(leaf, given, way.startsWith('literal'));
  if (way.endsWith('GET'))
    return { method: 'GET', url: `/graphql?${new URLSearchParams({ query, variables }).toString()}` };
  const extensions = way.endsWith('interpreted') ? ', "extensions": {}' : '';
  const payload = `{"query": ${JSON.stringify(query)}, "variables": ${variables}${extensions}}`;
  return { method: 'POST', url: '/graphql', payload };
}
