import { isInterfaceType, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../src/schema.ts';
import { testApi, VIEWERS, type Api, type Who } from '../support/api.ts';
import { idOf, markRows, RECORD_TYPES, someRows, type Row, type Spot } from '../support/canaries.ts';

/** What everybody may read, with a token or without. A new type belongs here or behind the wall: decide, and say so. */
const REFERENCE_TYPES = [
  ...['Nation', 'Region', 'Province', 'Institution', 'Family', 'Sector', 'Profession', 'BodyClass', 'Office'],
];
/** Every question of the schema by what it rests on; a new one without a row here fails. */
const QUESTIONS = {
  reference: [
    ...['node', 'nodes', 'viewer', 'nation', 'regions', 'region', 'province', 'professions', 'bodyClasses', 'waves'],
    ...['rules', 'offices'],
  ],
  figures: ['representation'],
  capture: ['auditTrail'],
  centre: ['identityAlerts'],
  records: [
    ...[
      'artisans',
      'artisan',
      'committees',
      'bodies',
      'body',
      'outreachSessions',
      'campaigns',
      'meetings',
      'milestones',
      'readinessSimulation',
      'elections',
      'handOvers',
      'registerIssues',
    ],
  ],
};
const TERRITORY_LISTS = [
  'artisans',
  'bodies',
  'committees',
  'meetings',
  'milestones',
  'outreachSessions',
  'phases',
  'registerIssues',
];
const FES = 17;

type Role = keyof typeof VIEWERS;
const ROLES = Object.keys(VIEWERS) as Role[];
const SEES: Readonly<Record<Role, (spot: Spot) => boolean>> = {
  'provincial-officer': ({ region, province }) =>
    region === 0 || (region === 3 && (province === 0 || province === FES)),
  'regional-officer': ({ region }) => region === 0 || region === 3,
  'regional-viewer': ({ region }) => region === 0 || region === 3,
  'central-officer': () => true,
  'central-service': () => true,
  analyst: () => false,
};

let api: Api;
let rows: Row[];
let schema: GraphQLSchema;
beforeAll(async () => {
  api = await testApi('demo');
  schema = await buildGraphqlSchema();
  await markRows(api.database.url);
  rows = await someRows(api.database.url);
});

const nodesAs = async (who: Who | null, ids: readonly string[]): Promise<(object | null)[]> => {
  const { data } = await api.ask<{ nodes: (object | null)[] }>(
    who,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids },
  );
  return data.nodes;
};

describe('the schema', () => {
  it('has no type with an id that is neither reference data nor behind the wall', () => {
    const node = schema.getType('Node');
    if (!isInterfaceType(node)) throw new Error('Node is not an interface.');
    const names = schema.getPossibleTypes(node).map(({ name }) => name);
    expect(names.sort()).toEqual([...REFERENCE_TYPES, ...RECORD_TYPES].sort());
  });

  it('has no question of which it is not said what it rests on', () => {
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual(
      Object.values(QUESTIONS).flat().sort(),
    );
  });

  it('has no list of a territory that is not tried here', () => {
    const territory = schema.getType('Territory');
    if (!isInterfaceType(territory)) throw new Error('Territory is not an interface.');
    const lists = Object.values(territory.getFields()).filter(({ type }) => String(type).includes('Connection'));
    expect(lists.map(({ name }) => name).sort()).toEqual([...TERRITORY_LISTS].sort());
  });
});

describe.each(RECORD_TYPES)('a %s by its id', (type) => {
  it.each(ROLES)('is there for a %s exactly where it is in sight', async (role) => {
    const own = rows.filter((row) => row.type === type).slice(0, 100);
    const found = await nodesAs(VIEWERS[role], own.map(idOf));
    expect(own.map((row, index) => [row, found[index] !== null])).toEqual(own.map((row) => [row, SEES[role](row)]));
    expect(new Set(own.map(({ region }) => region)).size).toBeGreaterThan(1);
  });

  it('is not there without a token', async () => {
    const ids = rows
      .filter((row) => row.type === type)
      .slice(0, 20)
      .map(idOf);
    expect(new Set(await nodesAs(null, ids))).toEqual(new Set([null]));
  });
});

describe.each(TERRITORY_LISTS)('the list of %s', (list) => {
  const ask = (who: Who | null, code: string) =>
    api.ask<{ region: Record<string, { totalCount: number | null; nodes: object[] } | null> }>(
      who,
      `{ region(code: "${code}") { ${list}(first: 2) { totalCount nodes { id } } } }`,
    );

  it.each(ROLES)('of their own region is there for a %s, or refused', async (role) => {
    const { data, errors } = await ask(VIEWERS[role], 'MA-03');
    if (role === 'analyst') {
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
      expect(data.region[list]).toBeNull();
      return;
    }
    expect(data.region[list]?.totalCount).toBeGreaterThan(0);
    expect(data.region[list]?.nodes.length).toBeGreaterThan(0);
  });

  it.each(['provincial-officer', 'regional-officer', 'regional-viewer'] as const)(
    'of another region is empty and unknown, not zero, for a %s',
    async (role) => {
      const { data, errors } = await ask(VIEWERS[role], 'MA-07');
      expect(errors).toBeUndefined();
      expect(data.region[list]).toEqual({ totalCount: null, nodes: [] });
    },
  );

  it('asks for a token', async () => {
    const { data, errors } = await ask(null, 'MA-03');
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
    expect(data.region[list]).toBeNull();
  });
});

describe('identities', () => {
  const IDENTITY = '{ artisans(first: 40) { nodes { region { code } birthDate nationalId companyId phone } } }';
  interface Identity {
    region: { code: string };
    birthDate: string | null;
    nationalId: string | null;
    companyId: string | null;
    phone: string | null;
  }

  it.each(ROLES.filter((role) => role !== 'analyst'))(
    'are seen by a %s exactly with the capture grant',
    async (role) => {
      const { data } = await api.ask<{ artisans: { nodes: Identity[] } }>(VIEWERS[role], IDENTITY);
      const isOfficer = role.endsWith('officer');
      expect(data.artisans.nodes.length).toBe(40);
      for (const { birthDate, nationalId, companyId, phone } of data.artisans.nodes) {
        expect(phone !== null).toBe(isOfficer);
        expect((birthDate !== null && nationalId !== null) || companyId !== null).toBe(isOfficer);
      }
    },
  );
});

describe('what is looked up by name', () => {
  it('is null in another region: an artisan by register number, and a body by class', async () => {
    const own = await api.ask<{ artisans: { nodes: { registerNumber: string; region: { code: string } }[] } }>(
      VIEWERS['central-service'],
      '{ artisans(first: 100, filter: { registerStates: [REGISTERED] }) { nodes { registerNumber region { code } } } }',
    );
    const foreign = own.data.artisans.nodes.find(({ region }) => region.code !== 'MA-03');
    const home = own.data.artisans.nodes.find(({ region }) => region.code === 'MA-03');
    const ask = (registerNumber: string, territory: string) =>
      api.ask(
        VIEWERS['regional-viewer'],
        `query ($n: String!, $t: TerritoryCode!) { artisan(registerNumber: $n) { id } body(bodyClass: "VEHICLE_REPAIR", territory: $t) { id } }`,
        { n: registerNumber, t: territory },
      );
    expect((await ask(foreign?.registerNumber ?? '', 'MA-MAR')).data).toEqual({ artisan: null, body: null });
    const { data } = await ask(home?.registerNumber ?? '', 'MA-FES');
    expect(Object.values(data)).not.toContain(null);
  });
});

describe('small cells', () => {
  const CELLS = `{ representation(by: [PROVINCE, PROFESSION], filter: { registerState: REGISTERED }) {
    province { code region { code } } figures { registered { value status } womenRate { value status } } } }`;
  interface Cell {
    province: { code: string; region: { code: string } };
    figures: {
      registered: { value: number | null; status: string };
      womenRate: { value: number | null; status: string };
    };
  }
  const cellsAs = async (role: Role): Promise<Cell[]> =>
    (await api.ask<{ representation: Cell[] }>(VIEWERS[role], CELLS)).data.representation;

  it.each(ROLES)('of 1 to 4 people are shown to a %s only where the people are in sight', async (role) => {
    const [all, own] = [await cellsAs('central-service'), await cellsAs(role)];
    const province = { 'provincial-officer': 'MA-FES' }[role as string];
    expect(own.length).toBe(all.length);
    let withheld = 0;
    own.forEach(({ province: { code, region }, figures }, index) => {
      const value = all[index]?.figures.registered.value ?? 0;
      const central = role.startsWith('central');
      const inSight = central || (role !== 'analyst' && region.code === 'MA-03' && (!province || province === code));
      const isSmall = value > 0 && value < 5;
      const expected = isSmall && !inSight ? { value: null, status: 'SUPPRESSED' } : { value, status: 'KNOWN' };
      expect(figures.registered).toEqual(expected);
      if (expected.status === 'SUPPRESSED') expect(figures.womenRate).toMatchObject({ value: null });
      if (expected.status === 'SUPPRESSED') withheld += 1;
    });
    expect(withheld > 100).toBe(!role.startsWith('central'));
  });
});
