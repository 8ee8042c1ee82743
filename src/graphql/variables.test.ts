import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withDefaults } from './variables.ts';

const document = parse(`
  query A($first: Int! = 3, $order: Order = { field: ID, by: [1, null] }, $after: String) { a }
  query B($first: Int) { b }`);

describe('the variables of an operation', () => {
  it('have their defaults where they were left out, and only there', () => {
    const defaults = { first: 3, order: { field: 'ID', by: [1, null] } };
    expect(withDefaults(document, 'A')).toEqual(defaults);
    expect(withDefaults(document, 'A', { first: 5, order: null })).toEqual({ first: 5, order: null });
    expect(withDefaults(document, 'B', { first: 5 })).toEqual({ first: 5 });
    expect(withDefaults(document, null)).toEqual({});
  });
});
