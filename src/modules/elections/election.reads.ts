import { sql } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { selectList } from '../../platform/postgres/columns.ts';
import type { Anchors } from '../../platform/postgres/keyset.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE } from '../../platform/tenancy/visibility.ts';
import type { Body } from '../bodies/body.type.ts';
import type { ElectionListArgs } from './election.args.ts';
import type { Candidacy, Election } from './election.type.ts';

const ELECTION_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  bodyId: 't.body_id',
  kind: 't.kind',
  state: 't.state',
  calledOn: 't.called_on',
  heldOn: 't.held_on',
  electors: 't.electors',
  turnout: 't.turnout',
  blank: 't.blank',
  termEndsOn: 't.term_ends_on',
  version: 't.version',
} as const satisfies Record<keyof Election, string>;

const CANDIDACY_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  electionId: 't.election_id',
  officeId: 't.office_id',
  artisanRegionId: 't.artisan_region_id',
  artisanId: 't.artisan_id',
  nameAr: 't.name_ar',
  nameLatin: 't.name_latin',
  sex: 't.sex',
  votes: 't.votes',
  elected: 't.elected',
  withdrawnOn: 't.withdrawn_on',
  version: 't.version',
} as const satisfies Record<keyof Candidacy, string>;

/** How an election is changed. */
export const ELECTION: EntityMapping<Election> = { type: 'Election', table: 'election', columns: ELECTION_COLUMNS };
/** How a candidacy is changed. */
export const CANDIDACY: EntityMapping<Candidacy> = {
  type: 'Candidacy',
  table: 'candidacy',
  columns: CANDIDACY_COLUMNS,
};

const electionColumns: Record<string, string> = { ...ELECTION_COLUMNS, __typename: `'Election'` };
const candidacyColumns: Record<string, string> = { ...CANDIDACY_COLUMNS, __typename: `'Candidacy'` };
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

function listed(
  scope: TenantScope,
  at: { anchor: string | null; anchors: Anchors },
  args: ElectionListArgs,
): LazyConnection<Election> {
  const { state } = args.filter ?? {};
  const where = state ? [sql`t.state = ${state}`] : [];
  const spec = { table: 'election', columns: electionColumns, ordering: BY_ID, where, cut: state ?? '' };
  return listOf<Election>(scope, { ...spec, ...at }, args);
}

export const electionsOf = (scope: TenantScope, args: ElectionListArgs): LazyConnection<Election> =>
  listed(scope, { anchor: null, anchors: visibleAnchors(scope, EVERYWHERE) }, args);

export const electionsOfBody = (scope: TenantScope, body: Body, args: ElectionListArgs): LazyConnection<Election> =>
  listed(scope, { anchor: 'body_id', anchors: [{ regionId: body.regionId, value: Number(body.id) }] }, args);

export const electionsByIds: Batch<number, Election | null> = rowsByIds('election', electionColumns);
export const candidaciesByIds: Batch<number, Candidacy | null> = rowsByIds('candidacy', candidacyColumns);

/** The candidacies of elections, in the order in which they were put forward. */
export const candidaciesOf: Batch<Election, Candidacy[]> = async (scope, elections) => {
  const regions = [...new Set(elections.map(({ regionId }) => regionId))];
  const rows = await scope.rows<Candidacy>(sql`
    select ${selectList(candidacyColumns)} from candidacy t
    where t.region_id = any(${regions}::smallint[]) and t.election_id = any(${elections.map(({ id }) => id)}::int[])
    order by t.id`);
  return elections.map(({ id }) => rows.filter(({ electionId }) => electionId === id));
};
