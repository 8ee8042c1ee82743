import { describe, expect, it } from 'vitest';
import { intentOf, named } from '../../explorer/src/intent.ts';

const fieldsOf = (query: string, operationName?: string): string[] =>
  intentOf({ query, operationName }).writes.map(({ field }) => field);

describe('what an operation of the editor would write', () => {
  it.each<[string, string, string | undefined, string[]]>([
    ['a question', '{ regions { code } }', undefined, []],
    ['what cannot be read', 'mutation { a(', undefined, []],
    ['a mutation', 'mutation { a b: c }', undefined, ['a', 'c']],
    ['a mutation in fragments', 'mutation { ...F ... { b } } fragment F on Mutation { a ...F }', undefined, ['a', 'b']],
    [
      'a mutation under conditions',
      'mutation { a @skip(if: true) ... @include(if: false) { b } }',
      undefined,
      ['a', 'b'],
    ],
    ['the question of two', 'mutation M { a } query Q { b }', 'Q', []],
    ['the mutation of two', 'mutation M { a } query Q { b }', 'M', ['a']],
    ['one of two that is not named', 'mutation M { a } query Q { b }', undefined, ['a']],
    ['one of two under a name that is neither’s', 'mutation M { a } query Q { b }', 'Z', ['a']],
    ['a mutation under the name of another document', 'mutation { a }', 'Regions', ['a']],
  ])('is found in %s', (_what, query, operationName, fields) => {
    expect(fieldsOf(query, operationName)).toEqual(fields);
  });

  it('is shown value by value, from variables, their defaults and the document', () => {
    const query = `mutation ($i: I!, $n: Int = 2, $none: Int) {
      a(input: $i, list: [], flag: true, code: MEETING, count: $n, none: $none, nothing: null)
    }`;
    const variables = { i: { name: 'x', days: ['1', '2'], inner: { deep: 0 } } };
    expect(intentOf({ query, variables }).writes).toEqual([
      {
        field: 'a',
        given: [
          { path: 'input.name', value: 'x' },
          { path: 'input.days[0]', value: '1' },
          { path: 'input.days[1]', value: '2' },
          { path: 'input.inner.deep', value: '0' },
          { path: 'list', value: '[]' },
          { path: 'flag', value: 'true' },
          { path: 'code', value: 'MEETING' },
          { path: 'count', value: '2' },
          { path: 'nothing', value: 'null' },
        ],
      },
    ]);
  });

  it('is not filled in where anything stands between < and >, in variables or in the document', () => {
    const query = 'mutation ($i: I) { a(input: $i, text: "<text>") }';
    const variables = { i: [{ x: '<id>', y: 'left <half> right', z: 'a < b', w: 3 }] };
    expect(intentOf({ query, variables }).blanks.map(({ value }) => value)).toEqual([
      '<id>',
      'left <half> right',
      '<text>',
    ]);
  });

  it('goes without a name that its document has not', () => {
    const query = 'mutation M { a }';
    expect(named({ query, operationName: 'M' }).operationName).toBe('M');
    expect(named({ query, operationName: 'Regions' }).operationName).toBeUndefined();
  });
});
