import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { asksForSchema } from './introspection.ts';

describe('a document', () => {
  it.each([
    '{ __schema { types { name } } }',
    '{ a: __type(name: "Artisan") { name } }',
    '{ ...F } fragment F on Query { ... on Query { __schema { types { name } } } }',
    'query A { nation { id } } query B { __schema { types { name } } }',
    '{ nation { id } } fragment Unused on Query { __schema { types { name } } }',
  ])('asks for the schema: %s', (text) => {
    expect(asksForSchema(parse(text))).toBe(true);
  });

  it.each(['{ __typename }', '{ __schema: nation { id } }', '{ node(id: "__type") { id } }'])(
    'does not: %s',
    (text) => {
      const document = parse(text);
      // The second answer comes from memory.
      expect([asksForSchema(document), asksForSchema(document)]).toEqual([false, false]);
    },
  );
});
