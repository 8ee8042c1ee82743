import { beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/platform/postgres/open.ts';
import { testApi, VIEWERS, type Api } from '../support/api.ts';
import { asRole } from '../support/database.ts';

const ENTRIES = 50_000;

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}
const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)];

let api: Api;
beforeAll(async () => {
  api = await testApi('empty');
  await withClient(api.database.url, async (client) => {
    await client.query('alter table audit_entry disable trigger audit_chain');
    await client.query(
      `insert into audit_entry (region_id, seq, at, subject, role, request_id, action, type, entity_id, province_id,
         version, after, previous_hash, hash)
       select 3, n, now() + n * interval '1 second', 'person-' || n % 500, 'REGIONAL_OFFICER', 'r', 'registerArtisan',
         'Artisan', n / 3 + 1, (select (array_agg(id order by id))[1 + n % 8] from province where region_id = 3),
         1, '{}', '\\x00', sha256(n::text::bytea)
       from generate_series(1, $1::int) n`,
      [ENTRIES],
    );
    await client.query('vacuum analyze audit_entry');
  });
});

/** The plan of a page of the trail as the API's own pool takes it, without the values. */
async function planOf(cut: string, who: 'regional-officer' | 'provincial-officer'): Promise<PlanNode[]> {
  api.statements();
  const { errors } = await api.ask(VIEWERS[who], `{ auditTrail(territory: "MA-03" ${cut}) { nodes { seq } } }`);
  expect(errors).toBeUndefined();
  const [statement] = api.statements();
  const sight = { role: 'hiraf_capture', records: [3], capture: [3] } as const;
  return asRole(api.database.url, sight, async (client) => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (generic_plan, format json) ${statement ?? ''}`,
    );
    return rows.flatMap((row) => flat(row['QUERY PLAN'][0].Plan));
  });
}

const ID = Buffer.from('Artisan:77').toString('base64url');

describe('a page of the trail', () => {
  it.each([
    ['of a region', '', 'regional-officer', 'audit_entry_pkey'],
    ['of a province', '', 'provincial-officer', 'audit_entry_province'],
    ['of a person', ', actor: "person-7"', 'regional-officer', 'audit_entry_subject'],
    ['of a thing', `, entityId: "${ID}"`, 'regional-officer', 'audit_entry_entity'],
  ] as const)('%s comes in the order of an index', async (_, cut, who, index) => {
    const plan = await planOf(cut, who);
    const page = plan.filter((node) => node['Node Type'] === 'Limit').flatMap(flat);
    expect(page.map((node) => node['Index Name']).filter((name) => name !== undefined)).toEqual([index]);
    expect(page.map((node) => node['Node Type'])).not.toContain('Sort');
  });
});
