import { getNamedType, isEnumType, isObjectType } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { flat, planOf, type PlanNode } from '../support/plans.ts';
import { argumentsOf, LISTS, schema, type Filter, type ListField, type Order } from '../support/lists.ts';

let api: Api;
beforeAll(async () => {
  api = await testApi('demo');
});

/** A row of each type that has lists of its own, as an operation reaches it. */
const PATHS: Readonly<Record<string, (list: string) => string>> = {
  Query: (list) => list,
  Nation: (list) => `nation { ${list} }`,
  Region: (list) => `region(code: "MA-03") { ${list} }`,
  Province: (list) => `province(code: "MA-FES") { ${list} }`,
  Artisan: (list) => `artisans(first: 1) { nodes { ${list} } }`,
  Body: (list) => `body(bodyClass: "VEHICLE_REPAIR", territory: "MA-FES") { ${list} }`,
  Campaign: (list) => `campaigns(first: 1) { nodes { ${list} } }`,
  Committee: (list) => `committees(first: 1) { nodes { ${list} } }`,
  Phase: (list) => `region(code: "MA-03") { phases(first: 1) { nodes { ${list} } } }`,
};

const isLimit = (node: PlanNode): boolean => node['Node Type'] === 'Limit';
const isInnermostLimit = (node: PlanNode): boolean => isLimit(node) && flat(node).filter(isLimit).length === 1;

const SMALL = 1000;
const sizes = new Map<string, number>();
let viewer: pg.Client;
beforeAll(async () => {
  viewer = new pg.Client({ connectionString: api.database.url });
  await viewer.connect();
  for (const { node } of LISTS) {
    const { rows } = await viewer.query<{ n: number }>(`select count(*)::int as n from ${tableOf(node)}`);
    sizes.set(tableOf(node), rows[0]?.n ?? 0);
  }
  await viewer.query('begin');
  await viewer.query(
    `select set_config('app.records', '{3,0}', true), set_config('app.figures', $1, true),
    set_config('app.province', '', true)`,
    ['{0,1,2,3,4,5,6,7,8,9,10,11,12}'],
  );
  await viewer.query('set local role hiraf_records');
});
afterAll(async () => {
  await viewer.end();
});

const snakeCase = (name: string): string => name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
const tableOf = snakeCase;

interface Cut {
  readonly isBackward?: boolean;
  readonly filters?: readonly Filter[];
  readonly order?: Order | undefined;
}

/** The statements of a page and of its count, as they ran for a regional viewer. */
async function statementsOf(list: ListField, cut: Cut): Promise<string[]> {
  const path = PATHS[list.parent];
  if (path === undefined) throw new Error(`No row is known that has ${list.parent}.${list.name}: add one to PATHS.`);
  api.statements();
  const query = `{ ${path(`${list.name}(${argumentsOf({ ...cut, size: 20 })}) { totalCount nodes { id } }`)} }`;
  const { errors } = await api.ask(VIEWERS['regional-viewer'], query);
  expect(errors, query).toBeUndefined();
  const reading = new RegExp(`from "?${tableOf(list.node)}"? t\\b`);
  const statements = api.statements().filter((statement) => reading.test(statement));
  // At least the page and the count; where the list hangs on a row of the same table, the row as well.
  expect(statements.length, query).toBeGreaterThanOrEqual(2);
  return statements;
}

/**
 * Whether the rows must come in the order of an index, so that a page costs its own rows alone. The members of one body
 * are few enough to be sorted; conditions beside an order may leave few as well, and the planner then sorts them.
 */
const isOrdered = ({ parent, node }: ListField, { filters }: Cut): boolean =>
  node === 'Artisan' && parent !== 'Body' && filters === undefined;

/** Whether a condition on people must be looked up: in a whole region nearly everybody would be read for it. */
const isSought = ({ parent, node }: ListField, { order, filters: [filter] = [] }: Cut): boolean =>
  node === 'Artisan' &&
  ['Query', 'Nation', 'Region'].includes(parent) &&
  order === undefined &&
  // Several values, and days, leave more than one descent of an index finds; they come with a state or a profession.
  !(filter !== undefined && (filter.field.endsWith('On') || (Array.isArray(filter.value) && filter.value.length > 1)));
const COLUMNS: Readonly<Record<string, string>> = {
  profession: 'profession_id',
  sector: 'profession_id',
  bodyClass: 'profession_id',
  search: 'search_',
  ...{ kinds: 'kind', sexes: 'sex', ageBands: 'age_band', registerStates: 'register_state' },
};

async function expectIndexed(list: ListField, cut: Cut): Promise<void> {
  const table = tableOf(list.node);
  for (const statement of await statementsOf(list, cut)) {
    await viewer.query(`set local enable_seqscan = ${(sizes.get(table) ?? 0) < SMALL ? 'off' : 'on'}`);
    const plan = await planOf(viewer, statement);
    const what = `${list.parent}.${list.name} ${JSON.stringify(cut)}\n${statement}`;
    const scans = plan.filter((node) => node['Relation Name'] === table);
    expect(scans.length, what).toBeGreaterThan(0);
    expect(new Set(scans.map((node) => node['Node Type'])), what).not.toContain('Seq Scan');
    // A bitmap's condition stands on the node below, which names the index and not the table.
    const conditions = plan
      .filter((node) => node['Node Type'].includes('Index'))
      .map((node) => node['Index Cond'] ?? '');
    for (const condition of conditions) expect(condition, what).toContain('region_id');
    const [filter] = cut.filters ?? [];
    if (filter !== undefined && isSought(list, cut)) {
      expect(conditions.join(' '), what).toContain(COLUMNS[filter.field] ?? snakeCase(filter.field));
    }
    if (isOrdered(list, cut)) {
      // The page of each place; pages of several places are merged, and a page of each at most is sorted for that.
      const pages = plan.filter(isInnermostLimit).flatMap(flat);
      expect(new Set(pages.map((node) => node['Node Type'])), what).not.toContain('Sort');
    }
  }
}

const titled = LISTS.map((list) => ({ title: `${list.parent}.${list.name}`, list }));

describe('the tables', () => {
  it('are large enough for the planner to have a choice', () => {
    expect(sizes.get('artisan')).toBe(24_000);
    expect([...sizes.values()].every((size) => size > 0)).toBe(true);
  });
});

describe('the figures', () => {
  it('never touch the people', async () => {
    const type = schema.getType('Representation');
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const all = fields
      .map(({ name, type: of }) => (isObjectType(getNamedType(of)) ? `${name} { value }` : name))
      .join(' ');
    const dimensions = schema.getType('Dimension');
    const cuts = [
      '',
      '(bodyClass: "VEHICLE_REPAIR")',
      '(sector: "VEH")',
      '(kind: ARTISAN, sex: FEMALE, ageBand: FROM_65)',
    ];
    api.statements();
    for (const cut of cuts) {
      const asked = `representation${cut} { ${all} }`;
      const query = `{ nation { ${asked} } regions { ${asked} provinces { ${asked} } } }`;
      expect((await api.ask(VIEWERS['regional-viewer'], query)).errors).toBeUndefined();
    }
    for (const { name } of isEnumType(dimensions) ? dimensions.getValues() : []) {
      const query = `{ representation(by: [${name}]) { figures { ${all} } } }`;
      expect((await api.ask(VIEWERS['regional-viewer'], query)).errors).toBeUndefined();
    }
    const statements = [...new Set(api.statements())];
    expect(statements.length).toBeGreaterThan(10);
    for (const statement of statements) {
      const relations = (await planOf(viewer, statement)).map((node) => node['Relation Name']);
      expect(relations, statement).not.toContain('artisan');
    }
  });
});

describe('an index answers', () => {
  it.each(titled)('$title', async ({ list }) => {
    await expectIndexed(list, {});
  });

  it.each(titled.filter(({ list }) => list.orders.length > 0))('$title in each order', async ({ list }) => {
    for (const order of list.orders) await expectIndexed(list, { order });
  });

  it.each(titled)('$title from its end', async ({ list }) => {
    for (const order of [undefined, ...list.orders]) await expectIndexed(list, { order, isBackward: true });
  });

  it.each(titled.filter(({ list }) => list.filters.length > 0))('$title by each filter', async ({ list }) => {
    for (const filter of list.filters) await expectIndexed(list, { filters: [filter] });
  });

  it.each(titled.filter(({ list }) => list.filters.length > 0 && list.orders.length > 0))(
    '$title by each filter in each order',
    async ({ list }) => {
      const fields = new Map(list.filters.map((filter) => [filter.field, filter]));
      for (const filter of fields.values()) {
        if (filter.field === 'search') continue;
        for (const order of list.orders) await expectIndexed(list, { filters: [filter], order });
      }
    },
    60_000,
  );
});
