import { getIntrospectionQuery } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PLACE } from '../../explorer/src/place.ts';
import { QUESTIONS } from '../../explorer/src/questions/questions.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { costOf, type Cost } from '../support/cost.ts';
import { HOME_PAGE } from '../support/home-page.ts';
import { BODIES_PAGE, CROSS_TABLE, PULL_PAGE, REGISTRATIONS } from '../support/must-pass.ts';
import { documentOf } from '../support/questions.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

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
    const [anonymous, analyst] = [await costOf(api, null, query), await costOf(api, VIEWERS.analyst, query)];
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
    const { requested } = await costOf(api, VIEWERS['central-service'], PULL_PAGE, { after: null });
    const { quotas } = (await import('../../src/platform/config/config.ts')).parseConfig({});
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
      const { requested, ceiling } = await costOf(api, who, documentOf(id), variables(DEFAULT_PLACE));
      expect(requested).toBeLessThan(ceiling);
    },
  );
});
