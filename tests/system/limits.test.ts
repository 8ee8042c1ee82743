import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
});

const ask = (query: string, variables?: object) => api.ask(VIEWERS['central-service'], query, variables);
const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');
const fragment = (index: number, body: string): string => `fragment F${String(index)} on Nation { ${body} }`;
const spread = (index: number): string => `...F${String(index)}`;

/** The bounds that an operation passes, as the answer tells them, and how long the answer took. */
async function refusal(query: string): Promise<{ codes: unknown[]; limit: unknown; ms: number }> {
  const began = performance.now();
  const { errors = [], data } = await ask(query);
  expect(data).toBeUndefined();
  const costly = errors.find(({ extensions }) => extensions['code'] === 'OPERATION_TOO_COSTLY');
  const ms = performance.now() - began;
  return { codes: errors.map(({ extensions }) => extensions['code']), limit: costly?.extensions['limit'], ms };
}

const above = (levels: number): string => (levels === 0 ? 'level' : `parent { ${above(levels - 1)} }`);
const typeOf = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${typeOf(levels - 1)} }`);

describe('an operation that could cost without bound is refused at once:', () => {
  it.each([
    ['fields nested too deep', `{ body(bodyClass: "X", territory: "MA") { ${above(11)} } }`, 'depth'],
    ['more than 30 aliases', `{ ${repeated(31, (index) => `a${String(index)}: nation { code }`)} }`, 'aliases'],
    ['aliases of __typename', `{ ${repeated(31, (index) => `a${String(index)}: __typename`)} }`, 'aliases'],
    ['aliases of the schema', `{ ${repeated(31, (i) => `a${String(i)}: __type(name: "Body") { name }`)} }`, 'aliases'],
    ['more than 30 directives', `{ nation { code ${repeated(31, () => '@skip(if: false)')} } }`, 'directives'],
    ['more than 1,000 fields', `{ nation { ${repeated(1001, () => 'code')} } }`, 'fields'],
    ['types wrapped without end', `{ __type(name: "Body") { ${typeOf(18)} } }`, 'introspectionDepth'],
    [
      'a name that is asked for over and over',
      `{ ${repeated(330, () => 'waves { number sourceStatus }')} }`,
      'sameName',
    ],
    [
      'the same in a fragment that is not used',
      `{ nation { code } } fragment F on Query { ${repeated(330, () => 'waves { number sourceStatus }')} }`,
      'sameName',
    ],
    ['a name of 101 letters', `{ ${'a'.repeat(101)}: nation { code } }`, 'aliasLength'],
    [
      'more than 100 operations and fragments',
      repeated(101, (index) => `query Q${String(index)} { nation { code } }`),
      'definitions',
    ],
  ])('%s', async (_what, query, bound) => {
    const { limit, ms } = await refusal(query);
    expect(limit).toBe(bound);
    expect(ms).toBeLessThan(1000);
  });

  it.each([
    [
      'fragments that double at each step',
      `{ nation { ...F0 } } ${repeated(40, (i) =>
        fragment(
          i,
          repeated(2, () => spread(i + 1)),
        ),
      )} ${fragment(40, 'code')}`,
      'OPERATION_TOO_COSTLY',
    ],
    ['a fragment that spreads itself', `{ nation { ...F0 } } ${fragment(0, '...F0')}`, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments that all spread one another, and name no field',
      `{ nation { ...F0 } } ${repeated(24, (i) => fragment(i, repeated(24, spread)))}`,
      'OPERATION_TOO_COSTLY',
    ],
    ['more than 2,000 tokens', `{ nation { ${repeated(2000, () => 'code')} } }`, 'GRAPHQL_PARSE_FAILED'],
    ['a document of nothing but brackets', '{'.repeat(50_000), 'GRAPHQL_PARSE_FAILED'],
    [
      'a value nested without end',
      `{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'the same field under other arguments, over and over',
      `{ ${repeated(200, (i) => `artisan(registerNumber: "${String(i)}") { id }`)} }`,
      'OPERATION_TOO_COSTLY',
    ],
  ])('%s', async (_what, query, code) => {
    const { codes, ms } = await refusal(query);
    expect(codes).toContain(code);
    expect(ms).toBeLessThan(1000);
  });

  it('says which bound it passes, and where it lies', async () => {
    const { errors } = await ask(`{ ${repeated(31, (index) => `a${String(index)}: __typename`)} }`);
    expect(errors).toMatchObject([
      { message: 'The operation has too many aliases: at most 30.', extensions: { limit: 'aliases' } },
    ]);
  });
});

describe('what people really ask passes:', () => {
  it.each([
    ['the schema, by tools', getIntrospectionQuery()],
    [
      'the schema, with all that tools may ask',
      getIntrospectionQuery({
        descriptions: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
    ],
    [
      'the manual of one type',
      '{ __type(name: "Artisan") { fields { name type { name ofType { name } } args { name } } } }',
    ],
    ['a page of 100 in each of 12 regions', '{ regions { artisans(first: 100) { nodes { id province { code } } } } }'],
    ['a page in each province', '{ regions { provinces { artisans(first: 100) { nodes { id } } } } }'],
    ['all professions', '{ professions { sectors { professions { code name { ar fr en } } } } }'],
    [
      'a page of bodies with those who sit in them',
      '{ bodies(first: 100) { nodes { id seats { office { name { ar } } nameAr } delegates { nameAr } assemblies { heldOn } } } }',
    ],
  ])('%s', async (_what, query) => {
    expect((await ask(query)).errors).toBeUndefined();
  });
});

describe('the size of a page', () => {
  it.each([0, -1, 101, 2_147_483_647])('is not %i', async (first) => {
    for (const list of [
      'artisans',
      'bodies',
      'committees',
      'meetings',
      'milestones',
      'campaigns',
      'outreachSessions',
    ]) {
      const query = `query ($first: Int!) { ${list}(first: $first) { nodes { id } } }`;
      const { errors } = await ask(query, { first });
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'first' }]);
    }
  });

  it.each([0, -1, 101])('is not %i from the end', async (last) => {
    const { errors } = await ask('query ($last: Int!) { artisans(last: $last) { nodes { id } } }', { last });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'last' }]);
  });

  it('is not stated from both ends', async () => {
    const { errors } = await ask('{ artisans(first: 1, last: 1) { nodes { id } } }');
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'last' }]);
  });

  it('is not a larger number than a number can be', async () => {
    const { errors } = await ask('query ($first: Int!) { artisans(first: $first) { totalCount } }', { first: 1e10 });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('a cursor', () => {
  const cursor = (...value: unknown[]): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const following = (after: string) =>
    ask(
      `query ($after: String) {
        artisans(first: 1, after: $after, orderBy: { field: NAME_AR, direction: ASC }) { nodes { id } }
      }`,
      { after },
    );

  it.each([
    ['nonsense', 'x'],
    ['of half a value', cursor('NAME_AR:ASC')],
    ['of another order', cursor('NAME_LATIN:ASC', 'x', 1)],
    ['of another direction', cursor('NAME_AR:DESC', 'x', 1)],
    ['of a wrong number', cursor('NAME_AR:ASC', 'x', '1; drop table artisan')],
    ['of a number beyond all', cursor('NAME_AR:ASC', 'x', 1e12)],
    ['of a wrong key', cursor('NAME_AR:ASC', { a: 1 }, 1)],
    ['with a letter that no text holds', cursor('NAME_AR:ASC', 'x\0', 1)],
  ])('%s is refused', async (_what, after) => {
    const { errors } = await following(after);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'after' }]);
  });

  it('to end at is refused in the same way', async () => {
    const query = 'query ($before: String) { artisans(last: 1, before: $before) { nodes { id } } }';
    const { errors } = await ask(query, { before: 'x' });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT', argument: 'before' }]);
  });

  it('of this list and order is taken', async () => {
    expect(await following(cursor('NAME_AR:ASC', 'x', 1))).toEqual({ status: 200, data: { artisans: { nodes: [] } } });
  });
});
