import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { refusals } from '../support/commands.ts';
import { argumentsOf, LISTS, type Filter, type ListField, type Order } from '../support/lists.ts';

let api: Api;
let owner: pg.Client;
beforeAll(async () => {
  api = await testApi('demo');
  owner = new pg.Client({ connectionString: api.database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
});

interface Walk {
  readonly who: 'regional-viewer' | 'central-service';
  readonly place: 'Query' | 'Region' | 'Province';
  readonly list: ListField;
  readonly filters: readonly Filter[];
  readonly order: Order | undefined;
  readonly first: number;
  /** Whether the walk begins at the end, with "last" and "before". */
  readonly isBackward?: boolean;
}

const PLACES = {
  Query: (list: string) => list,
  Region: (list: string) => `region(code: "MA-03") { ${list} }`,
  Province: (list: string) => `province(code: "MA-FES") { ${list} }`,
};

interface Page {
  readonly totalCount: number;
  readonly nodes: { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const numberOf = (id: string): number => Number(Buffer.from(id, 'base64url').toString('utf8').split(':')[1]);

async function pageOf(walk: Walk, cursor: string | null): Promise<Page> {
  const { who, place, list, filters, order, first, isBackward = false } = walk;
  const asked = `${list.name}(${argumentsOf({ filters, order, size: first, cursor, isBackward })})`;
  const info = 'hasNextPage hasPreviousPage startCursor endCursor';
  const query = `{ ${PLACES[place](`${asked} { totalCount nodes { id } pageInfo { ${info} } }`)} }`;
  const { data, errors } = await api.ask<Record<string, Page | Record<string, Page>>>(VIEWERS[who], query);
  expect(errors, query).toBeUndefined();
  const [found] = Object.values(data);
  const page = place === 'Query' ? found : (found as Record<string, Page>)[list.name];
  return page as Page;
}

/** All rows of a list by number, page after page; each page but the last is full. */
async function walked(walk: Walk): Promise<number[]> {
  const found: number[] = [];
  const { isBackward = false } = walk;
  for (let cursor: string | null = null; ;) {
    const { nodes, totalCount, pageInfo } = await pageOf(walk, cursor);
    const numbers = nodes.map(({ id }) => numberOf(id));
    if (isBackward) found.unshift(...numbers);
    else found.push(...numbers);
    const [hasMore, hasBehind] = isBackward
      ? [pageInfo.hasPreviousPage, pageInfo.hasNextPage]
      : [pageInfo.hasNextPage, pageInfo.hasPreviousPage];
    expect(hasBehind).toBe(cursor !== null);
    if (!hasMore) {
      expect(found.length).toBe(totalCount);
      return found;
    }
    expect(nodes.length).toBe(walk.first);
    cursor = isBackward ? pageInfo.startCursor : pageInfo.endCursor;
  }
}

const snakeCase = (name: string): string => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();

// What each condition means, written apart from the code.
const MEANINGS: Readonly<Record<string, (value: string, table: string) => string>> = {
  profession: (code) => `profession_id = (select id from profession where code = '${code}')`,
  sector: (code) =>
    `profession_id in (select p.id from profession p join sector s on s.id = p.sector_id where s.code = '${code}')`,
  bodyClass: (code, table) =>
    table === 'artisan'
      ? `profession_id in (select m.profession_id from body_class_profession m join body_class c on c.id = m.body_class_id
           where c.code = '${code}')`
      : `body_class_id = (select id from body_class where code = '${code}')`,
  territory: (code) =>
    code === 'MA-03' ? 'region_id = 3' : `province_id = (select id from province where iso = '${code}')`,
  isLate: (value) => `(coalesce(actual_on, (now() at time zone 'Africa/Casablanca')::date) > planned_on) = ${value}`,
  reached: (value) => `(actual_on is not null) = ${value}`,
};
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ kinds: 'kind', sexes: 'sex', ageBands: 'age_band', registerStates: 'register_state' },
  ...{ states: 'state', levels: 'level' },
};
const IN_PLACES = { Query: 'true', Region: 'region_id = 3', Province: 'province_id = 17' };
const KEYS: Readonly<Record<string, string>> = { NAME_AR: 'search_ar', NAME_LATIN: 'search_latin' };

/** The words of a search as the tables hold them: folded by hand, and not by the code. */
const FOLDED: Readonly<Record<string, { column: string; term: string }>> = {
  فاط: { column: 'search_ar', term: 'فاط' },
  moham: { column: 'search_latin', term: 'moham' },
  بن: { column: 'search_ar', term: 'بن' },
  Bén: { column: 'search_latin', term: 'ben' },
};

/** The same rows as plain SQL finds them, in the same order. */
async function listed({ who, place, list, filters, order }: Walk): Promise<number[]> {
  const table = snakeCase(list.node);
  const search = filters.find(({ field }) => field === 'search');
  const { column, term } = FOLDED[String(search?.value)] ?? { column: '', term: '' };
  const where = [
    who === 'regional-viewer' ? 'region_id in (0, 3)' : 'true',
    IN_PLACES[place],
    ...filters.map(({ field, value }) => {
      if (field === 'search') return `(${column} like '${term}%' or ${column}_reversed like '${term}%')`;
      if (Array.isArray(value)) return `${COLUMNS[field] ?? ''} in ('${value.join("', '")}')`;
      if (field.endsWith('On')) return `${snakeCase(field)} >= '${String(value)}'`;
      return MEANINGS[field]?.(String(value), table) ?? `${snakeCase(field)} = '${String(value)}'`;
    }),
  ];
  const field = order?.field ?? 'ID';
  const key = search === undefined ? (KEYS[field] ?? snakeCase(field.toLowerCase())) : undefined;
  const by = key ?? `case when ${column} like '${term}%' then ${column} else ${column}_reversed end`;
  const direction = order?.direction ?? 'ASC';
  const { rows } = await owner.query<{ id: number }>(
    `select id from ${table} where ${where.join(' and ')} order by ${by} ${direction}, id ${direction}`,
  );
  return rows.map(({ id }) => id);
}

const ROOT = LISTS.filter(({ parent, orders }) => parent === 'Query' && orders.length > 0);
const DIRECTIONS = (list: ListField) => list.orders.map((order) => ({ order }));
const byName = new Map(ROOT.map((list) => [list.name, list]));
const artisans = byName.get('artisans');

/** Each list as a whole, and by the last value of each of its filters. */
const CUTS = ROOT.flatMap((list) => [
  { list, what: 'nothing', filters: [] as readonly Filter[] },
  ...[...new Map(list.filters.map((one) => [one.field, one])).values()].map((one) => ({
    list,
    what: one.field,
    filters: [one],
  })),
]);

describe('a list, walked page by page, tells every row exactly once and in the order of SQL', () => {
  it.each(CUTS)('$list.name by $what, in each order and both ways', async ({ list, filters }) => {
    const orders = filters[0]?.field === 'search' ? [{ order: undefined }] : DIRECTIONS(list);
    for (const { order } of orders) {
      const walk: Walk = { who: 'regional-viewer', place: 'Query', list, filters, order, first: 100 };
      const due = await listed(walk);
      for (const isBackward of [false, true]) {
        expect(await walked({ ...walk, isBackward }), JSON.stringify({ order, isBackward })).toEqual(due);
      }
      if (list === artisans && filters.length === 0) expect(due.length).toBeGreaterThan(300);
    }
  });

  it('of the whole nation, its regions merged into one order', async () => {
    if (artisans === undefined) throw new Error('There is no list of artisans.');
    for (const { order } of DIRECTIONS(artisans)) {
      const filters = [{ field: 'sector', value: 'VEH' }];
      const walk: Walk = { who: 'central-service', place: 'Query', list: artisans, filters, order, first: 100 };
      const due = await listed(walk);
      expect(due.length).toBeGreaterThan(1000);
      expect(await walked(walk)).toEqual(due);
      expect(await walked({ ...walk, isBackward: true })).toEqual(due);
    }
  });

  it('by both forms of a name, where a name is found by both', async () => {
    if (artisans === undefined) throw new Error('There is no list of artisans.');
    for (const value of ['بن', 'Bén']) {
      const filters = [{ field: 'search', value }];
      const walk: Walk = {
        who: 'central-service',
        place: 'Query',
        list: artisans,
        filters,
        order: undefined,
        first: 40,
      };
      const due = await listed(walk);
      expect(due.length).toBeGreaterThan(300);
      expect(await walked(walk)).toEqual(due);
    }
  });

  it('in any order, by any filters, in any place, with pages of any size', async () => {
    const walks = fc.constantFrom(...ROOT).chain((list) =>
      fc.record({
        who: fc.constantFrom<Walk['who']>('regional-viewer', 'central-service'),
        place: fc.constantFrom<Walk['place']>('Query', 'Region', 'Province'),
        list: fc.constant(list),
        filters: fc.uniqueArray(fc.constantFrom(...list.filters), { maxLength: 3, selector: ({ field }) => field }),
        order: fc.constantFrom(...list.orders, undefined),
        first: fc.integer({ min: 7, max: 100 }),
        isBackward: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(walks, async ({ filters, order, ...rest }) => {
        const searches = filters.some(({ field }) => field === 'search');
        const kept = filters.filter(({ field }) => rest.place === 'Query' || field !== 'territory');
        const walk: Walk = { ...rest, filters: kept, order: searches ? undefined : order };
        fc.pre(kept.length > 0 || walk.who === 'regional-viewer' || rest.place !== 'Query');
        expect(await walked(walk)).toEqual(await listed(walk));
      }),
      { numRuns: Number(process.env['WALKS'] ?? 60), endOnFailure: true },
    );
  }, 120_000);
});

describe('a page', () => {
  interface Edges {
    readonly artisans: {
      readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
    };
  }
  const edges = async (cut: string) => {
    const query = `{ artisans(${cut}) { edges { cursor node { id } } } }`;
    return (await api.ask<Edges>(VIEWERS['regional-viewer'], query)).data.artisans.edges;
  };

  it('has 20 rows where no size is given', async () => {
    expect(await edges('first: null')).toHaveLength(20);
  });

  it('lies between two cursors, from either end', async () => {
    const page = await edges('first: 10');
    const [after, before] = [page[1]?.cursor ?? '', page[8]?.cursor ?? ''];
    const inner = page.slice(2, 8);
    expect(inner).toHaveLength(6);
    expect(await edges(`first: 100, after: "${after}", before: "${before}"`)).toEqual(inner);
    expect(await edges(`last: 3, after: "${after}", before: "${before}"`)).toEqual(inner.slice(-3));
  });
});

describe('a filter', () => {
  interface Counted {
    readonly artisans: { readonly totalCount: number } | null;
  }
  const counted = async (filter: string) => {
    const query = `{ artisans(filter: { ${filter} }) { totalCount } }`;
    const { data, errors } = await api.ask<Counted>(VIEWERS['regional-viewer'], query);
    return { total: data.artisans?.totalCount, errors };
  };

  it('of several values finds the rows of each, and none for an empty list', async () => {
    const [applied, registered, both, none] = await Promise.all(
      ['[APPLIED]', 'REGISTERED', '[APPLIED, REGISTERED, APPLIED]', '[]'].map((states) =>
        counted(`registerStates: ${states}`),
      ),
    );
    expect(applied?.total).toBeGreaterThan(0);
    expect(both?.total).toBe((applied?.total ?? 0) + (registered?.total ?? 0));
    expect(none?.total).toBe(0);
  });

  it('of days includes both ends, and may be open', async () => {
    const all = (await counted('')).total ?? 0;
    const until = (await counted('appliedOn: { to: "2025-06-30" }')).total ?? 0;
    const from = (await counted('appliedOn: { from: "2025-07-01" }')).total ?? 0;
    expect([until > 0, from > 0, until + from]).toEqual([true, true, all]);
    const { rows } = await owner.query<{ day: string; n: number }>(
      'select applied_on::text as day, count(*)::int as n from artisan where region_id = 3 group by 1 order by 2 desc limit 1',
    );
    const [{ day, n } = { day: '', n: 0 }] = rows;
    expect((await counted(`appliedOn: { from: "${day}", to: "${day}" }`)).total).toBe(n);
  });

  it('of days that end before they begin is refused', async () => {
    const { errors } = await counted('appliedOn: { from: "2026-01-02", to: "2026-01-01" }');
    expect(refusals({ errors })).toEqual(['BAD_USER_INPUT filter.appliedOn.to: DAY_BEFORE']);
  });
});
