import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { testApi, VIEWERS } from '../support/api.ts';

it('The table of mutations in the README names each of them, and none that there is not', async () => {
  const readme = await readFile('README.md', 'utf8');
  const table = /^\| what +\| mutations[^]*?\n\n/m.exec(readme)?.[0] ?? '';
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const schema = await buildGraphqlSchema();
  const fields = [schema.getMutationType(), schema.getQueryType()].map((type) => Object.keys(type?.getFields() ?? {}));
  const [mutations = [], queries = []] = fields;
  expect(named.toSorted()).toEqual([...mutations, ...named.filter((name = '') => queries.includes(name))].toSorted());
});

interface Node {
  readonly readiness: { readonly ready: boolean; readonly missing: readonly object[] };
}
interface Region {
  readonly bodies: { readonly totalCount: number; readonly nodes: readonly Node[] };
}
interface Sample {
  readonly region: Region;
}

it('The first query of the README gets the answer that stands there, on the demonstration', async () => {
  const readme = await readFile('README.md', 'utf8');
  const [, body = ''] = /## First query[^]*?-d '(\{"query":[^]*?\})'\n/.exec(readme) ?? [];
  const [, shown = ''] = /## First query[^]*?```json\n([^]*?)```/.exec(readme) ?? [];
  const { region: expected } = (JSON.parse(shown.replaceAll(/,\s*…/g, '')) as { data: Sample }).data;
  const { query } = JSON.parse(body) as { query: string };
  const api = await testApi('demo');
  const { data, errors } = await api.ask<Sample>(VIEWERS['regional-viewer'], query);
  expect(errors).toBeUndefined();
  const { bodies, ...figures } = data.region;
  const { bodies: some, ...shownFigures } = expected;
  expect(figures).toEqual(shownFigures);
  expect(bodies.totalCount).toBe(some.totalCount);
  expect(some.nodes.length).toBeGreaterThan(2);
  // Some of the bodies are shown, and some of what one of them lacks.
  for (const { readiness, ...node } of some.nodes) {
    const { ready, missing } = readiness;
    const found: unknown = expect.objectContaining({
      ...node,
      readiness: { ready, missing: expect.arrayContaining([...missing]) as object[] },
    });
    expect(bodies.nodes).toContainEqual(found);
  }
});
