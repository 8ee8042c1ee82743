import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { requireGrant } from '../../platform/auth/viewer.ts';
import { selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { idsOf, queriesOn, regionsOf } from '../../platform/postgres/sql.ts';
import type { CommitteeMemberTable, CommitteeTable } from './committee.table.ts';
import type { Anchors } from '../../platform/postgres/keyset.ts';
import { listOf, type LazyConnection, type ColumnDependencies } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import {
  CommitteeOrder,
  type CommitteeFilter,
  type CommitteeListArgs,
  type Committee,
  type CommitteeMember,
} from './committee.type.ts';
import type { BodyLevel } from './committee.rules.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';
import type { Artisan } from '../artisans/artisan.type.ts';

const db = queriesOn<typeof CommitteeMemberTable>();

const COMMITTEE_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  bodyClassId: 't.body_class_id',
  level: 't.level',
  state: 't.state',
  plannedOn: 't.planned_on',
  formedOn: 't.formed_on',
  statutesDraftedOn: 't.statutes_drafted_on',
  mandateEndsOn: 't.mandate_ends_on',
  dischargedOn: 't.discharged_on',
  present: 't.present',
  version: 't.version',
} as const satisfies ColumnsOf<typeof CommitteeTable, Committee>;

const committeeColumns: Record<string, string> = { ...COMMITTEE_COLUMNS, __typename: `'Committee'` };

const COMMITTEE_NEEDS: ColumnDependencies = {
  territory: [],
  region: [],
  province: [],
  bodyClass: ['bodyClassId'],
  members: [],
  chair: [],
};

/** How a committee is changed. */
export const COMMITTEE: EntityMapping<Committee> = {
  type: 'Committee',
  table: 'committee',
  columns: COMMITTEE_COLUMNS,
};

function conditionsOf(scope: TenantScope, filter: CommitteeFilter): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [];
  if (filter.bodyClass) {
    const { bodyClassId } = bodyClassByCode(scope, filter.bodyClass, 'filter.bodyClass');
    where.push(sql`t.body_class_id = ${bodyClassId}`);
  }
  const { levels: level, states: state, formedOn } = filter;
  return [...where, ...oneOf({ level, state }), ...inRanges({ formedOn: ['formed_on', formedOn] })];
}

export function committeesIn(
  scope: TenantScope,
  place: TerritoryScope,
  args: CommitteeListArgs,
): LazyConnection<Committee> {
  const anchor = place.provinceId === null ? null : 'province_id';
  const filter = args.filter ?? {};
  const where = conditionsOf(scope, filter);
  const ordering = CommitteeOrder.orderingOf(args.orderBy);
  const spec = {
    table: 'committee',
    columns: committeeColumns,
    anchor,
    ordering,
    where,
    cut: JSON.stringify(filter),
    needs: COMMITTEE_NEEDS,
  };
  return listOf<Committee>(scope, { ...spec, anchors: visibleAnchors(scope, place) }, args);
}

export function committeesOf(scope: TenantScope, args: CommitteeListArgs): LazyConnection<Committee> {
  const code = args.filter?.territory;
  return committeesIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

/** For what a body stands: its class, and its territory at its level. */
interface BodyPlace {
  readonly level: BodyLevel;
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly bodyClassId: number;
}

/** The committees of a class in exactly one territory: those that prepared the body that stands there. */
export function committeesBelow(scope: TenantScope, body: BodyPlace, args: PageArgs): LazyConnection<Committee> {
  requireGrant(scope.viewer, 'READ_RECORDS');
  const { level, regionId, provinceId, bodyClassId } = body;
  // Cut so that a page of bodies needs one statement for each class or level among them, and not one for each body.
  const [anchor, value, condition, cut] =
    provinceId === null
      ? (['body_class_id', bodyClassId, sql`t.level = ${level}`, level] as const)
      : (['province_id', provinceId, sql`t.body_class_id = ${bodyClassId}`, String(bodyClassId)] as const);
  const anchors: Anchors = [{ regionId, value }];
  const spec = {
    table: 'committee',
    columns: committeeColumns,
    anchor,
    ordering: CommitteeOrder.orderingOf(null),
    where: [condition],
    cut: `for ${cut}`,
    needs: COMMITTEE_NEEDS,
  };
  return listOf<Committee>(scope, { ...spec, anchors }, args);
}

/** Committees by number, in any region that the viewer may read; null where there is none. */
export const committeesByIds: Batch<number, Committee | null> = rowsByIds('committee', committeeColumns);

interface Standing {
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly bodyClassId: number;
}

/** The committee that stands for a class in a territory: neither discharged nor failed. */
export async function liveCommitteeOf(scope: TenantScope, at: Standing): Promise<Committee | null> {
  const [row] = await scope.rows<Committee>(sql`
    select ${selectList(committeeColumns)} from committee t
    where t.region_id = ${at.regionId} and t.province_id is not distinct from ${at.provinceId}
      and t.body_class_id = ${at.bodyClassId} and t.state in ('PLANNED', 'FORMED', 'STATUTES_DRAFTED')`);
  return row ?? null;
}

export async function memberCountOf(scope: TenantScope, { regionId, id }: Committee): Promise<number> {
  const [row] = await scope.rows(
    db
      .selectFrom('committee_member')
      .select(sql<number>`count(*)::int`.as('members'))
      .where('region_id', '=', regionId)
      .where('committee_id', '=', Number(id)),
  );
  return row?.members ?? 0;
}

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
} as const satisfies ColumnsOf<typeof CommitteeMemberTable, CommitteeMember>;

const memberColumns: Record<string, string> = { ...MEMBER_COLUMNS, __typename: `'CommitteeMember'` };
const MEMBER_NEEDS: ColumnDependencies = { region: [], committee: ['committeeId'], artisan: ['artisanId'] };
const MEMBER_SELECTED = selectList(memberColumns);
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

/** How a member is changed. */
export const MEMBER: EntityMapping<CommitteeMember> = {
  type: 'CommitteeMember',
  table: 'committee_member',
  columns: MEMBER_COLUMNS,
};

/** The artisans who sit in a committee, by number. */
export async function seatedArtisansOf(scope: TenantScope, { regionId, id }: Committee): Promise<number[]> {
  const rows = await scope.rows(
    db
      .selectFrom('committee_member')
      .select('artisan_id as artisanId')
      .where('region_id', '=', regionId)
      .where('committee_id', '=', Number(id))
      .where('artisan_id', 'is not', null),
  );
  return rows.flatMap(({ artisanId }) => artisanId ?? []);
}

/** The places that an artisan of a region has in its committees. */
export const placesOf = (scope: TenantScope, { regionId, id }: Artisan): Promise<CommitteeMember[]> =>
  scope.rows<CommitteeMember>(sql`
    select ${MEMBER_SELECTED} from committee_member t
    where t.region_id = ${regionId} and t.artisan_id = ${id} order by t.id for update`);

/** The members of a committee; the lists of a page of committees are one statement. */
export function membersOf(scope: TenantScope, committee: Committee, args: PageArgs): LazyConnection<CommitteeMember> {
  const anchors = [{ regionId: committee.regionId, value: Number(committee.id) }];
  const spec = {
    table: 'committee_member',
    columns: memberColumns,
    anchor: 'committee_id',
    ordering: BY_ID,
    needs: MEMBER_NEEDS,
  };
  return listOf<CommitteeMember>(scope, { ...spec, where: [], cut: '', anchors }, args);
}

export const chairsOf: Batch<Committee, CommitteeMember | null> = async (scope, committees) => {
  const rows = await scope.rows<CommitteeMember>(sql`
    select ${MEMBER_SELECTED} from committee_member t
    where t.region_id = ${regionsOf(committees)} and t.committee_id = ${idsOf(committees)} and t.chair
    order by t.id desc`);
  const byCommittee = new Map(rows.map((row) => [row.committeeId, row]));
  return committees.map(({ id }) => byCommittee.get(Number(id)) ?? null);
};

export const committeeMembersByIds: Batch<number, CommitteeMember | null> = rowsByIds(
  'committee_member',
  memberColumns,
);
