import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { askedBy } from './introspection.ts';

describe('an operation asks for', () => {
  it.each<[string, boolean, boolean]>([
    ['{ __schema { types { name } } }', true, false],
    ['{ a: __type(name: "Artisan") { name } __typename }', true, false],
    ['{ ...F } fragment F on Query { ... on Query { __schema { types { name } } } }', true, false],
    ['{ nation { id } __schema { types { name } } }', true, true],
    [
      '{ ...F nation { id } } fragment F on Query { ...G } fragment G on Query { __type(name: "A") { name } }',
      true,
      true,
    ],
    ['query A { nation { id } } query B { __schema { types { name } } }', false, true],
    ['{ __typename }', false, false],
    ['{ __schema: nation { id } }', false, true],
    ['{ node(id: "__type") { id } }', false, true],
  ])('%s: the schema %s, data %s', (text, schema, data) => {
    const document = parse(text);
    const operation = getOperationAST(document, text.includes('query A') ? 'A' : null);
    expect(operation && askedBy(document, operation)).toEqual({ schema, data });
  });
});
