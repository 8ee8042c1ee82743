import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../src/schema.ts';

it('The table of mutations in the README names each of them, and none that there is not', async () => {
  const readme = await readFile('README.md', 'utf8');
  const table = /^\| what +\| mutations[^]*?\n\n/m.exec(readme)?.[0] ?? '';
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const schema = await buildGraphqlSchema();
  const fields = [schema.getMutationType(), schema.getQueryType()].map((type) => Object.keys(type?.getFields() ?? {}));
  const [mutations = [], queries = []] = fields;
  expect(named.toSorted()).toEqual([...mutations, ...named.filter((name = '') => queries.includes(name))].toSorted());
});
