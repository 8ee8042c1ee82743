import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../src/schema.ts';

/** Words of older descriptions that readers did not know, or that have a plainer one. */
const UNKNOWN_WORDS = /\b(told|tells|anew|sight|tally|keeper|breadth|somebody|nobody)\b/i;

interface Described {
  readonly name: string;
  readonly description: string;
  /** Of a field or an argument. */
  readonly type?: GraphQLNamedType;
}

const described = (name: string, description: string | null | undefined, type?: GraphQLType): Described => ({
  name,
  description: description ?? '',
  ...(type === undefined ? {} : { type: getNamedType(type) }),
});

function descriptionsOf(type: GraphQLNamedType): Described[] {
  const own = described(type.name, type.description);
  if (isEnumType(type)) {
    return [own, ...type.getValues().map((value) => described(`${type.name}.${value.name}`, value.description))];
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return [own, ...fields.map((field) => described(`${type.name}.${field.name}`, field.description, field.type))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const name = `${type.name}.${field.name}`;
    const args = field.args.map((arg) => described(`${name}(${arg.name})`, arg.description, arg.type));
    return [described(name, field.description, field.type), ...args];
  });
  return [own, ...fields];
}

let all: Described[];
beforeAll(async () => {
  const types = Object.values((await buildGraphqlSchema()).getTypeMap());
  all = types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)).flatMap(descriptionsOf);
});

const named = (found: readonly Described[]): string[] =>
  found.map(({ name, description }) => `${name}: ${description}`);

describe('every description of the schema', () => {
  it('has four words at least', () => {
    expect(all.length).toBeGreaterThan(1000);
    expect(named(all.filter(({ description }) => description.split(/\s+/).filter(Boolean).length < 4))).toEqual([]);
  });

  it('is made of sentences', () => {
    expect(
      named(
        all.filter(
          ({ description }) => !/^["(A-Z0-9\p{Script=Arabic}]/u.test(description) || !/[.)]$/.test(description),
        ),
      ),
    ).toEqual([]);
  });

  it('uses words that readers know', () => {
    expect(named(all.filter(({ description }) => UNKNOWN_WORDS.test(description)))).toEqual([]);
  });

  // What is written as text, and has a form that a reader cannot guess.
  const CODED =
    /(?:[.(](?:id|sector|asOf|after|before|phone|cursor|nationalId|companyId)|Code|\.code|Key|Cursor|[nN]umber)\)?$/;

  it('has an example where it is of a code, a key or a number', () => {
    const texts = all.filter(({ name, type }) => ['ID', 'String'].includes(type?.name ?? '') && CODED.test(name));
    expect(texts.length).toBeGreaterThan(200);
    expect(named(texts.filter(({ description }) => !/such as \S|\d{6}/.test(description)))).toEqual([]);
  });

  it('has an example where it is of a scalar of this API', async () => {
    const types = Object.values((await buildGraphqlSchema()).getTypeMap());
    const own = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
    expect(own.length).toBeGreaterThan(5);
    const shown = own.map(({ name, description }) => described(name, description));
    expect(named(shown.filter(({ description }) => !/such as \S/.test(description)))).toEqual([]);
  });
});
