import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PLACE } from '../../explorer/src/place.ts';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { HOME_PAGE } from '../support/home-page.ts';
import { BODIES_PAGE, CROSS_TABLE, PULL_PAGE, REGISTRATIONS } from '../support/must-pass.ts';
import { documentOf } from '../support/questions.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

interface Cost {
  readonly requested: number;
  readonly ceiling: number;
  readonly fields?: { path: string; times: number; statements: number; cost: number }[];
}

async function costOf(who: Who | null, query: string, variables?: object): Promise<Cost> {
  const authorization = who === null ? {} : { authorization: `Bearer ${await api.token(who)}` };
  const payload = { query, variables, extensions: { cost: 'dry-run' } };
  const response = await api.app.inject({ method: 'POST', url: '/graphql', headers: authorization, payload });
  const { extensions, errors } = response.json<{ extensions?: { cost: Cost }; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return extensions?.cost ?? { requested: NaN, ceiling: NaN };
}

const F = `fragment F on Region { code id hcpCode population nameAmazigh nameAmazighSourced name { ar fr en }
  chamber { id kind name { ar fr en } region { code id hcpCode population nameAmazigh name { ar fr en } } }
  regionalDirectorate { id kind name { ar fr en } } }`;
const region = (inner: string): string => `{ regions { provinces { region { provinces { region { ${inner} } } } } } }`;
const NINE = repeated(
  9,
  (i) =>
    ['registrants', 'registered', 'persons', 'women', 'under35', 'masters', 'eligible', 'members', 'represented'][i] ??
    '',
)
  .split(' ')
  .map((name) => `${name} { value status }`)
  .join(' ');

describe('an operation whose parts multiply is refused before it runs:', () => {
  it.each<[string, Who | null, string, string]>([
    [
      'regions of provinces of regions of provinces, 26 times over',
      null,
      `${region(`provinces { ${repeated(26, (i) => `r${String(i)}: region { ...F }`)} }`)} ${F}`,
      'regions.provinces.region.provinces.region.provinces',
    ],
    [
      'the same, asked by the centre',
      VIEWERS['central-service'],
      `${region(`provinces { ${repeated(26, (i) => `r${String(i)}: region { ...F }`)} }`)} ${F}`,
      'regions.provinces.region.provinces.region.provinces',
    ],
    [
      '26 tables of every profession in every province',
      VIEWERS.analyst,
      `{ ${repeated(26, (i) => `t${String(i)}: representation(by: [PROVINCE, PROFESSION]) { figures { ${NINE} } }`)} }`,
      't0.figures',
    ],
    [
      'the nomenclature inside the nomenclature',
      VIEWERS.analyst,
      `{ professions { sectors { professions { sector { professions { ${repeated(28, (i) => `c${String(i)}: bodyClass { id code name { ar fr en } wave { number } }`)} } } } } } }`,
      'professions.sectors.professions.sector.professions',
    ],
    [
      'pages inside pages of a size that a variable gives',
      VIEWERS['regional-viewer'],
      'query ($n: Int!) { artisans(first: $n) { nodes { province { artisans(first: $n) { nodes { province { artisans(first: $n) { nodes { id } } } } } } } } }',
      'artisans.nodes.province.artisans.nodes.province.artisans.nodes',
    ],
    [
      'pages inside things by their ids',
      VIEWERS['regional-viewer'],
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Region { artisans(first: 100) { nodes { province { artisans(first: 100) { nodes { id } } } } } } } }`,
      'nodes.artisans.nodes.province.artisans.nodes',
    ],
    [
      'the schema over and over',
      VIEWERS.analyst,
      `{ __schema { types { ${repeated(28, (i) => `f${String(i)}: fields { name type { name ofType { name ofType { name } } } args { name type { name ofType { name } } } }`)} } } }`,
      '__schema.types',
    ],
  ])('%s', async (_what, who, query, path) => {
    api.statements();
    const { data, errors = [] } = await api.ask(who, query, { n: 100, ids: Array.from({ length: 100 }, () => 'x') });
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    const { code, limit, cost, reasons } = errors[0]?.extensions as Record<string, unknown>;
    expect([code, limit]).toEqual(['OPERATION_TOO_COSTLY', 'cost']);
    const { requested, ceiling, dearest } = cost as Cost & { dearest: { path: string } };
    expect(requested).toBeGreaterThan(ceiling);
    expect(dearest.path.startsWith(path) || path.startsWith(dearest.path)).toBe(true);
    expect(errors[0]?.message).toContain(String(ceiling));
    expect(errors[0]?.message).toContain(dearest.path);
    expect(reasons).toMatchObject([{ code: 'TOO_COSTLY', source: 'hiraf' }]);
    expect(api.statements()).toEqual([]);
  });

  it('and is told so in the language of its reader', async () => {
    const headers = { 'accept-language': 'ar' };
    const payload = { query: region('provinces { region { provinces { code id } } }') };
    const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
    expect(response.json<{ errors: { message: string }[] }>().errors[0]?.message).toMatch(/^كلفة العملية/);
  });

  it('and a caller without a token far sooner than one with a token', async () => {
    const query = `{ professions { sectors { professions { code name { ar fr en } sector { professions { code } } } } } }`;
    const [anonymous, analyst] = [await costOf(null, query), await costOf(VIEWERS.analyst, query)];
    expect(anonymous.requested).toBe(analyst.requested);
    expect(anonymous.ceiling * 10).toBeLessThan(analyst.ceiling);
  });

  it.each([
    ['where a token would do', 'region { provinces { code name { ar fr en } } }', true],
    [
      'but not where none would',
      'region { provinces { region { provinces { code id hcpCode population name { ar fr en } } } } }',
      false,
    ],
  ])('and is advised to send a token %s', async (_what, inner, isAdvised) => {
    const query = `{ regions { provinces { region { provinces { code ${inner} } } } } }`;
    const { errors } = await api.ask(null, query);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'OPERATION_TOO_COSTLY' });
    expect(errors?.[0]?.message.endsWith('Or send a token: with one the ceiling is higher.')).toBe(isAdvised);
  });
});

describe('what people really ask passes by default:', () => {
  it('the home page of a region in one request', async () => {
    const answer = await api.ask(VIEWERS['regional-viewer'], HOME_PAGE, { region: 'MA-03' });
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data).length).toBeGreaterThan(90_000);
  });

  it('every profession in every province with nine measures, once', async () => {
    for (const who of [VIEWERS.analyst, VIEWERS['regional-viewer'], VIEWERS['central-service']]) {
      const { data, errors } = await api.ask<{ representation: unknown[] }>(who, CROSS_TABLE);
      expect(errors).toBeUndefined();
      expect(data.representation.length).toBeGreaterThan(3000);
    }
  });

  it('thirty registrations in one request', async () => {
    const { data, errors } = await api.ask(VIEWERS['regional-officer'], REGISTRATIONS);
    expect(errors).toBeUndefined();
    expect(Object.keys(data)).toHaveLength(30);
  });

  it('all bodies of the nation with readiness, in a few pages', async () => {
    interface Page {
      readonly bodies: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: unknown[] };
    }
    const page = async (from: string | null): Promise<Page['bodies']> => {
      const { data, errors } = await api.ask<Page>(VIEWERS['central-service'], BODIES_PAGE, { after: from });
      expect(errors).toBeUndefined();
      return data.bodies;
    };
    let [after, found, pages]: [string | null, number, number] = [null, 0, 0];
    do {
      const { pageInfo, nodes } = await page(after);
      [after, found, pages] = [pageInfo.hasNextPage ? pageInfo.endCursor : null, found + nodes.length, pages + 1];
    } while (after !== null);
    expect(found).toBeGreaterThan(300);
    expect(pages).toBeLessThan(20);
  });

  it('a copy of every artisan at 8,600 rows a second, as far as the budget goes', async () => {
    const { requested } = await costOf(VIEWERS['central-service'], PULL_PAGE, { after: null });
    const { quotas } = (await import('../../src/config/config.ts')).parseConfig({});
    const rowsASecond = (quotas.callers['central-service'].pointsPerMinute / 60 / requested) * 100;
    expect(rowsASecond).toBeGreaterThan(8600);
  });

  it('the schema, by tools', async () => {
    const query = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, oneOf: true });
    for (const who of Object.values(VIEWERS)) expect((await api.ask(who, query)).errors).toBeUndefined();
  });

  it.each(QUESTIONS)(
    'the ready question $id, also by the caller who may ask least',
    async ({ id, need, variables }) => {
      const who = need === 'nothing' ? null : VIEWERS['regional-officer'];
      const { requested, ceiling } = await costOf(who, documentOf(id), variables(DEFAULT_PLACE));
      expect(requested).toBeLessThan(ceiling);
    },
  );
});

// A statement, and for each object that it is asked of a part: 40 for a list with pages, 10 for all else.
const PAGE = 100 + 40;
const EACH = 10;

describe('the price of an operation', () => {
  it.each<[string, string, number]>([
    ['one field', '{ nation { code } }', 1 + 1],
    ['a list times what is asked of its items', '{ regions { code id } }', 1 + 12 * 2],
    ['a list in a list', '{ regions { provinces { code } } }', 1 + 12 + 12 * 9],
    [
      'a page: its size times what is asked, and a statement',
      '{ artisans(first: 50) { nodes { id nameAr } } }',
      1 + PAGE + 1 + 50 * 2,
    ],
    ['a page of the usual size', '{ artisans { nodes { id } } }', 1 + PAGE + 1 + 20],
    ['edges like nodes', '{ artisans(first: 5) { edges { cursor node { id } } } }', 1 + PAGE + 1 + 5 * 3],
    ['what is no list of a page counts once', '{ artisans(first: 50) { pageInfo { hasNextPage } } }', 1 + PAGE + 1 + 1],
    ['counting a list', '{ artisans { totalCount } }', 1 + PAGE + 1 + 1000 + EACH],
    [
      'a statement once for all objects around, and a part of it for each',
      '{ regions { artisans(first: 10) { nodes { id } } } }',
      1 + (12 + 100 + 12 * 40) + 12 + 120,
    ],
    ['cells: the product of the dimensions', '{ representation(by: [REGION, SEX]) { sex } }', 1 + 100 + EACH + 13 * 3],
    [
      'cells of a region in a province: those of the provinces',
      '{ representation(by: [REGION, PROVINCE]) { sex } }',
      1 + 100 + EACH + 88,
    ],
    [
      'cells within a region',
      '{ representation(by: [PROVINCE], filter: { territory: "MA-03" }) { sex } }',
      1 + 100 + EACH + 10,
    ],
    ['cells: 15,000 at most', '{ representation(by: [PROVINCE, PROFESSION, SEX]) { sex } }', 1 + 100 + EACH + 15_000],
    ['ids: as many as there are', '{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 1000 + EACH + 3],
    [
      'fragments as if they were written out',
      '{ regions { ...R ... { id } } } fragment R on Region { code }',
      1 + 12 * 2,
    ],
    ['the same field twice, twice', '{ regions { code } regions { id } }', 2 * (1 + 12)],
    [
      'what is left out, nothing',
      '{ regions { code id @skip(if: true) } nation @include(if: false) { code } }',
      1 + 12,
    ],
    [
      'a change',
      'mutation { suspendArtisan(input: { artisanId: "x", expectedVersion: 1 }) { id } }',
      1 + 1000 + EACH + 1,
    ],
  ])('is, of %s', async (_what, query, price) => {
    expect((await costOf(VIEWERS['regional-officer'], query)).requested).toBe(price);
  });

  it.each<[object, number]>([
    [{ n: 50 }, 1 + PAGE + 1 + 50],
    [{ n: 3 }, 1 + PAGE + 1 + 3],
    [{}, 1 + PAGE + 1 + 20],
    [{ n: 2_000_000_000 }, 1 + PAGE + 1 + 100],
    [{ n: -5 }, 1 + PAGE + 1],
    [{ n: 3, all: false }, 1 + PAGE + 1],
  ])('follows the variables %j', async (variables, price) => {
    const query = `query ($n: Int, $all: Boolean! = true) { artisans(first: $n) { nodes { id @include(if: $all) } } }`;
    expect((await costOf(VIEWERS['regional-viewer'], query, variables)).requested).toBe(price);
  });

  it('is told field by field, and nothing is run', async () => {
    api.statements();
    const { requested, fields = [] } = await costOf(VIEWERS.analyst, '{ regions { code provinces { id } } }');
    expect(fields).toEqual([
      { path: 'regions', times: 1, statements: 0, cost: requested },
      { path: 'regions.code', times: 12, statements: 0, cost: 12 },
      { path: 'regions.provinces', times: 12, statements: 0, cost: 12 + 108 },
      { path: 'regions.provinces.id', times: 108, statements: 0, cost: 108 },
    ]);
    await costOf(VIEWERS['regional-viewer'], HOME_PAGE, { region: 'MA-03' });
    expect(api.statements()).toEqual([]);
  });

  it('comes with the answer where that is asked for, by a header or by extensions, over POST and GET', async () => {
    const authorization = `Bearer ${await api.token(VIEWERS.analyst)}`;
    const query = '{ regions { code } }';
    const asked = [
      { method: 'POST' as const, payload: { query }, headers: { authorization, 'x-hiraf-cost': 'true' } },
      { method: 'POST' as const, payload: { query, extensions: { cost: true } }, headers: { authorization } },
      { method: 'GET' as const, headers: { authorization, 'x-hiraf-cost': 'true' } },
    ];
    for (const each of asked) {
      const url = each.method === 'GET' ? `/graphql?query=${encodeURIComponent(query)}` : '/graphql';
      const response = await api.app.inject({ url, ...each });
      const { data, extensions } = response.json<{ data: { regions: unknown[] }; extensions: { cost: Cost } }>();
      expect(data.regions).toHaveLength(12);
      expect(extensions.cost).toMatchObject({ requested: 13, ceiling: 600_000, budget: { perMinute: 2_000_000_000 } });
    }
    const plain = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization },
      payload: { query },
    });
    expect(plain.json()).not.toHaveProperty('extensions');
  });
});
