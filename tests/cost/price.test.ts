import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { costOf, type Cost } from '../support/cost.ts';
import { HOME_PAGE } from '../support/home-page.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
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
    ['the schema beside data, ten times', '{ regions { code } __type(name: "Body") { name } }', 10 * (1 + 12 + 2)],
    ['the same field twice, twice', '{ regions { code } regions { id } }', 2 * (1 + 12)],
    [
      'what is left out, nothing',
      '{ regions { code id @skip(if: true) } nation @include(if: false) { code } }',
      1 + 12,
    ],
    [
      'a change, its payload, and as many errors as it may have',
      'mutation { suspendArtisan(input: { artisanId: "x", expectedVersion: 1 }) { artisan { id } userErrors { code } } }',
      1 + 1000 + EACH + 2 + 1 + 21,
    ],
  ])('is, of %s', async (_what, query, price) => {
    expect((await costOf(api, VIEWERS['regional-officer'], query)).requested).toBe(price);
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
    expect((await costOf(api, VIEWERS['regional-viewer'], query, variables)).requested).toBe(price);
  });

  it('is told field by field, and nothing is run', async () => {
    api.statements();
    const { requested, fields = [] } = await costOf(api, VIEWERS.analyst, '{ regions { code provinces { id } } }');
    expect(fields).toEqual([
      { path: 'regions', times: 1, statements: 0, cost: requested },
      { path: 'regions.code', times: 12, statements: 0, cost: 12 },
      { path: 'regions.provinces', times: 12, statements: 0, cost: 12 + 108 },
      { path: 'regions.provinces.id', times: 108, statements: 0, cost: 108 },
    ]);
    await costOf(api, VIEWERS['regional-viewer'], HOME_PAGE, { region: 'MA-03' });
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
