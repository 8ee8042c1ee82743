import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, getNamedType, isObjectType, isScalarType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApi, VIEWERS, type Api } from '../support/api.ts';

interface Figures {
  readonly region: { readonly representation: Readonly<Record<string, unknown>> };
}

const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../schema.graphql'), 'utf8'));
const type = schema.getType('Representation');
const FIELDS = isObjectType(type) ? Object.values(type.getFields()) : [];
// The moment of the snapshot differs from one request to the next.
const NAMES = FIELDS.map(({ name }) => name).filter((name) => name !== 'asOf');

const selected = (name: string): string => {
  const field = FIELDS.find((one) => one.name === name);
  return field === undefined || isScalarType(getNamedType(field.type)) ? name : `${name} { value status }`;
};

describe('the figures of a territory', () => {
  let api: Api;
  let together: Readonly<Record<string, unknown>>;

  const ask = async (selection: string): Promise<Readonly<Record<string, unknown>>> => {
    const query = `{ region(code: "MA-03") { representation { ${selection} } } }
      fragment Members on Representation { members { value status } }
      fragment Seats on Representation { seats { value status } }`;
    const used = query.replaceAll(/fragment (\w+) on .*/g, (text, name: string) =>
      selection.includes(`...${name}`) ? text : '',
    );
    const { data, errors } = await api.ask<Figures>(VIEWERS['central-service'], used);
    expect(errors).toBeUndefined();
    return data.region.representation;
  };

  beforeAll(async () => {
    api = await testApi('demo');
    together = await ask(NAMES.map(selected).join(' '));
  });

  it('are counted at all', () => {
    expect(together).toMatchObject({ members: { status: 'KNOWN' }, seats: { status: 'KNOWN' } });
  });

  it.each(NAMES)('are the same whether asked for alone or together: %s', async (name) => {
    expect(await ask(selected(name))).toEqual({ [name]: together[name] });
  });

  it('are the same where a fragment asks for bodies beside people', async () => {
    const asked = await ask('...Members ... on Representation { ...Seats }');
    expect(asked).toEqual({ members: together['members'], seats: together['seats'] });
  });

  it('leave the bodies uncounted where only people are asked for', async () => {
    api.statements();
    await ask('...Members women { value }');
    const alone = api.statements();
    expect(alone).toHaveLength(1);
    expect(alone.join()).not.toContain('outreach_attendees');
    await ask('...Members ...Seats');
    const both = api.statements();
    expect(both).toHaveLength(1);
    expect(both.join()).toContain('outreach_attendees');
  });
});

describe('a breakdown', () => {
  let api: Api;
  beforeAll(async () => {
    api = await testApi('demo');
  });

  it.each(['', 'REGION', 'BODY_CLASS', 'REGION, PROVINCE, BODY_CLASS'])(
    'has the same cells whether people are asked for, or bodies too: by %s',
    async (by) => {
      const cells = async (figures: string): Promise<unknown[]> => {
        const query = `{ representation(by: [${by}]) {
          region { code } province { code } bodyClass { code } figures { members { value } ${figures} } } }`;
        const { data, errors } = await api.ask<{ representation: object[] }>(VIEWERS['central-service'], query);
        expect(errors).toBeUndefined();
        return data.representation;
      };
      const people = await cells('');
      expect(people.length).toBeGreaterThan(0);
      const both = await cells('seats { value }');
      expect(both).toHaveLength(people.length);
      expect(both).toMatchObject(people);
    },
  );

  it.each([
    ['LEVEL, SEX', ''],
    ['LEVEL', ', filter: { sex: FEMALE }'],
    ['LEVEL, PROFESSION', ', filter: { bodyClass: "VEHICLE_REPAIR" }'],
  ])('is refused where neither people nor bodies can be cut that way: by %s%s', async (by, filter) => {
    for (const figures of ['members { value }', 'members { value } seats { value }']) {
      const query = `{ representation(by: [${by}]${filter}) { figures { ${figures} } } }`;
      const { errors } = await api.ask(VIEWERS['central-service'], query);
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    }
  });

  it.each([
    ['filter: { sector: "TEX", bodyClass: "VEHICLE_REPAIR" }', /class/],
    ['filter: { profession: "VEH-01", bodyClass: "CLOTHING" }', /class/],
    ['filter: { sector: "TEX", profession: "VEH-01" }', /another sector/],
  ])('is refused where no profession meets the conditions: %s', async (filter, words) => {
    const { errors } = await api.ask(
      VIEWERS['central-service'],
      `{ representation(by: [REGION], ${filter}) { figures { members { value } } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toMatch(words);
  });
});
