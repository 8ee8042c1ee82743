import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Answer, type Api, type Who } from '../support/api.ts';
import { done } from '../support/commands.ts';
import { application, type Registered } from './people.ts';

const OFFICER = VIEWERS['regional-officer'];
const TRAIL = `query ($territory: TerritoryCode!, $entityId: ID, $actor: String, $since: DateTime, $until: DateTime, $first: Int! = 20, $after: String) {
  auditTrail(territory: $territory, entityId: $entityId, actor: $actor, since: $since, until: $until, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { seq at subject role action entityId entityType version requestId hash territory { code } } } }`;
const CHANGES = `query ($id: ID) { auditTrail(territory: "MA-03", entityId: $id) { nodes { action subject before after } } }`;

interface Entry {
  readonly [field: string]: unknown;
  readonly seq: number;
  readonly action: string;
}
interface Trail {
  readonly auditTrail: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly Entry[];
  };
}

let api: Api;
let ids: string[];
beforeAll(async () => {
  api = await testApi('empty');
  ids = [];
  for (const [number, province] of ['MA-FES', 'MA-FES', 'MA-MEK', 'MA-MAR'].entries()) {
    const who = { ...VIEWERS['central-officer'], subject: 'centre' };
    const input = application(number, { province });
    ids.push((await done<Registered>(api, who, { name: 'registerArtisan', input })).id);
  }
  const input = { artisanId: ids[0], expectedVersion: 1, nameLatin: 'Fatima Bennis', phone: '+212611111111' };
  await done(api, { ...OFFICER, subject: 'amina' }, { name: 'correctArtisan', input });
});

const trail = (who: Who | null, variables: object = {}) =>
  api.ask<Trail>(who, TRAIL, { territory: 'MA-03', ...variables });
const codes = ({ errors }: Answer<unknown>) => errors?.map(({ extensions }) => extensions['code']);
const entries = async <Row>(where: string): Promise<Row[]> =>
  withClient(
    api.database.url,
    async (client) => (await client.query<Row & object>(`select * from audit_entry where ${where} order by at`)).rows,
  );
const READS = `action = 'READ_IDENTITY'`;
const lastReads = async (ask: () => Promise<unknown>) => {
  const before = (await entries(READS)).length;
  await ask();
  return (await entries<Record<string, unknown>>(READS)).slice(before);
};

describe('the trail', () => {
  it('tells who did what, newest first, page by page', async () => {
    const { data } = await trail(OFFICER, { first: 3 });
    expect(data.auditTrail).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(data.auditTrail.nodes.map(({ seq, action }) => [seq, action])).toEqual([
      [4, 'correctArtisan'],
      [3, 'registerArtisan'],
      [2, 'registerArtisan'],
    ]);
    expect(data.auditTrail.nodes[0]).toMatchObject({
      ...{ subject: 'amina', role: 'REGIONAL_OFFICER', entityId: ids[0], entityType: 'Artisan', version: 2 },
      ...{
        territory: { code: 'MA-FES' },
        requestId: expect.any(String) as string,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
    const next = await trail(OFFICER, { first: 3, after: data.auditTrail.pageInfo.endCursor });
    expect(next.data.auditTrail.nodes.map(({ seq }) => seq)).toEqual([1]);
  });

  it('is cut by thing, by person and by time', async () => {
    const seqs = async (variables: object) =>
      (await trail(OFFICER, variables)).data.auditTrail.nodes.map(({ seq }) => seq);
    expect(await seqs({ entityId: ids[0] })).toEqual([4, 1]);
    expect(await seqs({ entityId: ids[0], actor: 'centre' })).toEqual([1]);
    const [third] = await entries<{ at: Date }>('region_id = 3 and seq = 3');
    const at = third?.at.toISOString();
    expect(await seqs({ until: at })).toEqual([2, 1]);
    expect(await seqs({ since: at })).toEqual([4, 3]);
    expect(codes(await trail(OFFICER, { entityId: 'nonsense' }))).toEqual(['BAD_USER_INPUT']);
  });

  it('is for those who hold the capture grant there, and is refused to others with the reason', async () => {
    for (const who of [VIEWERS['regional-viewer'], VIEWERS['central-service'], VIEWERS.analyst]) {
      const { errors, data } = await trail(who);
      expect(data).toEqual({ auditTrail: null });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reasons: [{ code: 'NO_GRANT' }] });
    }
    expect(codes(await trail(null))).toEqual(['UNAUTHENTICATED']);
    for (const territory of ['MA-07', 'MA-MAR', 'MA']) {
      const { errors } = await trail(OFFICER, { territory });
      expect(errors?.[0]?.extensions).toMatchObject({
        ...{ code: 'FORBIDDEN', reasons: [{ code: 'OUT_OF_REACH', path: 'territory' }] },
      });
    }
    expect((await trail(VIEWERS['central-officer'], { territory: 'MA-07' })).data.auditTrail.totalCount).toBe(1);
    expect((await trail(VIEWERS['central-officer'], { territory: 'MA' })).data.auditTrail.totalCount).toBe(0);
  });

  it('shows to an officer of a province what concerns the province', async () => {
    const own = await trail(VIEWERS['provincial-officer']);
    expect(own.data.auditTrail.nodes.map(({ seq }) => seq)).toEqual([4, 2, 1]);
    expect(own.data.auditTrail.totalCount).toBe(3);
    expect(codes(await trail(VIEWERS['provincial-officer'], { territory: 'MA-MEK' }))).toEqual(['FORBIDDEN']);
  });
});

describe('a read of what is sensitive', () => {
  const PEOPLE = '{ artisans { nodes { nameAr birthDate nationalId companyId phone } } }';

  it('leaves one entry for each region, of what was shown and of nothing else', async () => {
    const found = await lastReads(() => api.ask({ ...VIEWERS['central-officer'], subject: 'centre' }, PEOPLE));
    expect(found).toHaveLength(2);
    const [own, other] = found;
    expect(own).toMatchObject({
      ...{ region_id: 3, subject: 'centre', type: 'Artisan', entity_id: null, province_id: null, before: null },
      after: { read: { birthDate: [1, 2, 3], nationalId: [1, 2, 3], phone: [1] } },
    });
    expect(other).toMatchObject({ region_id: 7, entity_id: 4, after: { read: { birthDate: [4], nationalId: [4] } } });
    expect(own?.['province_id']).toBeNull();
    expect(other?.['request_id']).toBe(own?.['request_id']);
  });

  it('stands in the history of the one who was read, and publishes nothing', async () => {
    const one = 'query ($id: ID!) { node(id: $id) { ... on Artisan { a: phone b: phone } } }';
    const [read, ...more] = await lastReads(() => api.ask(VIEWERS['provincial-officer'], one, { id: ids[0] }));
    expect(more).toEqual([]);
    expect(read).toMatchObject({ entity_id: 1, after: { read: { phone: [1] } } });
    const { data } = await trail(VIEWERS['provincial-officer'], { entityId: ids[0] });
    expect(data.auditTrail.nodes.map(({ action }) => action)).toEqual([
      ...['READ_IDENTITY', 'correctArtisan', 'registerArtisan'],
    ]);
    const told = `exists (select from outbox_event o where (o.region_id, o.seq) = (audit_entry.region_id, audit_entry.seq))`;
    expect(await entries(`${READS} and ${told}`)).toEqual([]);
  });

  it('leaves none where nothing is shown: for want of the grant, or because it was not asked', async () => {
    const found = await lastReads(async () => {
      for (const who of [VIEWERS['regional-viewer'], VIEWERS['central-service']]) await api.ask(who, PEOPLE);
      await api.ask(OFFICER, '{ artisans { nodes { nameAr } } }');
      await api.ask(OFFICER, '{ artisans { nodes { companyId } } }');
    });
    expect(found).toEqual([]);
  });

  it('is noted as well when it comes with a question about the schema, or with a change', async () => {
    const asked = '{ __schema { queryType { name } } artisans { nodes { nationalId } } }';
    expect(await lastReads(() => api.ask(OFFICER, asked))).toHaveLength(1);
    const command = { name: 'registerArtisan', fields: 'id phone nationalId', input: application(9) };
    const [read] = await lastReads(() => done(api, OFFICER, command));
    expect(read).toMatchObject({ after: { read: { nationalId: [5] } } });
  });

  it('through the trail itself is one more', async () => {
    const [read, ...more] = await lastReads(async () => {
      const { data } = await api.ask<{ auditTrail: { nodes: Entry[] } }>(OFFICER, CHANGES, { id: ids[1] });
      expect(data.auditTrail.nodes.at(-1)).toMatchObject({ before: null, after: { nationalId: 'CD000001' } });
    });
    expect(more).toEqual([]);
    expect(read).toMatchObject({ entity_id: 2, after: { read: { birthDate: [2], nationalId: [2] } } });
    expect(await lastReads(() => trail(OFFICER))).toEqual([]);
  });

  it('shows nothing when it cannot be noted', async () => {
    const grant = (how: string) =>
      withClient(api.database.url, (client) => client.query(`${how} hiraf_figures_writer`));
    await grant('revoke update on audit_head from');
    const answer = await api.ask(OFFICER, PEOPLE);
    await grant('grant update on audit_head to');
    expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(answer)).not.toMatch(/CD0000|فاطمة/);
    expect(answer.errors?.[0]?.extensions['requestId']).toEqual(expect.any(String));
    expect((await api.ask(OFFICER, PEOPLE)).errors).toBeUndefined();
  });
});

describe('a statement that PostgreSQL refuses', () => {
  it('is told with its reason, and so is what follows it in the same snapshot', async () => {
    const grant = (how: string) => withClient(api.database.url, (client) => client.query(`${how} hiraf_capture`));
    const list = 'auditTrail(territory: "MA-03") { totalCount nodes { seq } }';
    await grant('revoke select on audit_entry from');
    const { errors } = await api.ask(OFFICER, `{ ${list} bodies { totalCount } artisans { totalCount nodes { id } } }`);
    await grant('grant select on audit_entry to');
    expect(errors?.length).toBeGreaterThan(1);
    expect(new Set(errors?.map(({ extensions }) => extensions['code']))).toEqual(new Set(['FORBIDDEN']));
  });
});
