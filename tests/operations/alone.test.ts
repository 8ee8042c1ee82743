import { getNamedType, isLeafType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { LISTS, schema } from '../support/lists.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

/** A field with something below it that is a plain value; null where there is nothing, or it must be told more. */
function selectionOf({ name, type, args }: GraphQLField<unknown, unknown>): string | null {
  const named = getNamedType(type);
  if (args.some((arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined)) return null;
  if (isLeafType(named)) return name;
  if (!isObjectType(named)) return `${name} { __typename }`;
  if (named.name.endsWith('Connection')) return `${name}(first: 1) { totalCount }`;
  const plain = Object.values(named.getFields()).find((field) => isLeafType(getNamedType(field.type)));
  return plain === undefined ? null : `${name} { ${plain.name} }`;
}

const nodeOf = (name: string): GraphQLObjectType => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object.`);
  return type;
};

interface Rows {
  readonly [list: string]: { nodes: Record<string, unknown>[]; edges: { node: Record<string, unknown> }[] };
}

// A page reads only what is asked of its rows, so that a field could lack what it rests on when it is asked for alone.
const lists = LISTS.filter(({ parent }) => parent === 'Query');

describe('a field of a row says the same alone and among all others', () => {
  it.each(lists.map((list) => ({ list, title: list.name })))('in $title', async ({ list: { name, node } }) => {
    const fields = Object.values(nodeOf(node).getFields()).flatMap((field) => selectionOf(field) ?? []);
    const ask = async (selection: string) => {
      const query = `{ ${name}(first: 12) { nodes { ${selection} } edges { node { ${selection} } } } }`;
      const { data, errors } = await api.ask<Rows>(VIEWERS['regional-officer'], query);
      expect(errors, query).toBeUndefined();
      return data[name]?.nodes ?? [];
    };
    const all = await ask(fields.join(' '));
    expect(all.length).toBeGreaterThan(0);
    for (const field of fields) {
      const key = field.replace(/\W.*/, '');
      expect(await ask(field), field).toEqual(all.map((row) => ({ [key]: row[key] })));
    }
  });
});
