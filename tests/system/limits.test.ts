import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

const ask = (query: string) => api.ask(VIEWERS['central-service'], query);
const codeOf = async (query: string): Promise<unknown> => (await ask(query)).errors?.[0]?.extensions['code'];
const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

const nested = (depth: number): string => (depth === 0 ? '{ code }' : `{ region { provinces ${nested(depth - 1)} } }`);
const doubling = (levels: number): string =>
  repeated(
    levels,
    (level) => `fragment F${String(level)} on Nation { ...F${String(level + 1)} ...F${String(level + 1)} }`,
  );

describe('an operation that could cost without bound is refused before it runs:', () => {
  it.each([
    ['too deep', `{ regions { provinces ${nested(8)} } }`],
    ['too many aliases', `{ ${repeated(31, (index) => `a${String(index)}: nation { code }`)} }`],
    ['too many aliases of __typename', `{ ${repeated(101, (index) => `a${String(index)}: __typename`)} }`],
    ['too many directives', `{ nation { code ${repeated(31, () => '@skip(if: false)')} } }`],
    [
      'too many rows',
      '{ artisans(first: 100) { nodes { province { artisans(first: 100) { nodes { province { artisans(first: 100) { nodes { id } } } } } } } } }',
    ],
  ])('%s', async (_, query) => {
    const { errors } = await ask(query);
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('OPERATION_TOO_COSTLY');
  });

  it('too many tokens', async () => {
    expect(await codeOf(`{ ${repeated(2001, () => '__typename')} }`)).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('fragments that double at each step, without taking long', async () => {
    const start = Date.now();
    expect(await codeOf(`{ nation { ...F0 } } ${doubling(40)} fragment F40 on Nation { code }`)).toBe(
      'OPERATION_TOO_COSTLY',
    );
    expect(Date.now() - start).toBeLessThan(5000);
  });
});

describe('what people really ask passes:', () => {
  it('the schema, by the tools of a viewer who signed in', async () => {
    expect((await ask(getIntrospectionQuery())).errors).toBeUndefined();
  });

  it('a page of 100 in each of 12 regions', async () => {
    expect(
      (await ask('{ regions { artisans(first: 100) { nodes { id province { code } } } } }')).errors,
    ).toBeUndefined();
  });
});

describe('the size of a page', () => {
  it.each([0, -1, 101])('is not %i', async (first) => {
    expect(await codeOf(`{ artisans(first: ${String(first)}) { totalCount } }`)).toBe('BAD_USER_INPUT');
  });

  it.each(['x', 'WyJJRCJd', 'WyJOQU1FX0FSOkFTQyIsIngiLDFd', ''])('does not start after %s', async (after) => {
    const code = await codeOf(`{ artisans(first: 1, after: ${JSON.stringify(after)}) { nodes { id } } }`);
    expect(code).toBe(after === '' ? undefined : 'BAD_USER_INPUT');
  });
});
