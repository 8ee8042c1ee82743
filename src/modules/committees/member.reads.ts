import { sql } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { selectList } from '../../platform/postgres/columns.ts';
import { listOf, type LazyConnection, type ColumnDependencies } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import type { Artisan } from '../artisans/artisan.type.ts';
import type { Committee, CommitteeMember } from './committee.type.ts';

type Row = Omit<CommitteeMember, 'id'> & { id: number };

const MEMBER_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  committeeId: 't.committee_id',
  artisanId: 't.artisan_id',
  capacity: 't.capacity',
  chair: 't.chair',
  nameAr: 't.name_ar',
  nameLatin: 't.name_latin',
  joinedOn: 't.joined_on',
  version: 't.version',
} as const satisfies Record<keyof Row, string>;

const columns: Record<string, string> = { ...MEMBER_COLUMNS, __typename: `'CommitteeMember'` };
const NEEDS: ColumnDependencies = { region: [], committee: ['committeeId'], artisan: ['artisanId'] };
const SELECTED = selectList(columns);
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

/** How a member is changed. */
export const MEMBER: EntityMapping<CommitteeMember> = {
  type: 'CommitteeMember',
  table: 'committee_member',
  columns: MEMBER_COLUMNS,
};

/** The artisans who sit in a committee, by number. */
export async function seatedArtisansOf(scope: TenantScope, { regionId, id }: Committee): Promise<number[]> {
  const rows = await scope.rows<{ artisanId: number }>(sql`
    select artisan_id as "artisanId" from committee_member
    where region_id = ${regionId} and committee_id = ${id} and artisan_id is not null`);
  return rows.map(({ artisanId }) => artisanId);
}

/** The places that an artisan of a region has in its committees. */
export const placesOf = (scope: TenantScope, { regionId, id }: Artisan): Promise<CommitteeMember[]> =>
  scope.rows<CommitteeMember>(sql`
    select ${SELECTED} from committee_member t
    where t.region_id = ${regionId} and t.artisan_id = ${id} order by t.id for update`);

/** The members of a committee; the lists of a page of committees are one statement. */
export function membersOf(scope: TenantScope, committee: Committee, args: PageArgs): LazyConnection<CommitteeMember> {
  const anchors = [{ regionId: committee.regionId, value: Number(committee.id) }];
  const spec = { table: 'committee_member', columns, anchor: 'committee_id', ordering: BY_ID, needs: NEEDS };
  return listOf<CommitteeMember>(scope, { ...spec, where: [], cut: '', anchors }, args);
}

export const chairsOf: Batch<Committee, CommitteeMember | null> = async (scope, committees) => {
  const regions = [...new Set(committees.map(({ regionId }) => regionId))];
  const rows = await scope.rows<CommitteeMember>(sql`
    select ${SELECTED} from committee_member t
    where t.region_id = any(${regions}::smallint[]) and t.committee_id = any(${committees.map(({ id }) => id)}::int[])
      and t.chair
    order by t.id desc`);
  const byCommittee = new Map(rows.map((row) => [row.committeeId, row]));
  return committees.map(({ id }) => byCommittee.get(Number(id)) ?? null);
};

export const committeeMembersByIds: Batch<number, CommitteeMember | null> = rowsByIds('committee_member', columns);
