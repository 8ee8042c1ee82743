import { sql, type RawBuilder } from 'kysely';
import type { EntityMapping } from '../../platform/postgres/entity-mapping.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { selectList, type ColumnsOf } from '../../platform/postgres/columns.ts';
import { anyOf, queriesOn } from '../../platform/postgres/sql.ts';
import type { ArtisanTable } from '../artisans/artisan.table.ts';
import type { RegisterIssueTable } from './issue.table.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import { rowsByIds } from '../../platform/graphql/rows.ts';
import { visibleAnchors, EVERYWHERE, type TerritoryScope } from '../../platform/tenancy/visibility.ts';
import type { Artisan } from '../artisans/artisan.type.ts';
import { territoryByCode } from '../territory/territory.reads.ts';
import type { RegisterIssueFilter, RegisterIssueListArgs, RegisterIssue } from './issue.type.ts';
import { inRanges, oneOf } from '../../platform/graphql/filter.input.ts';

const db = queriesOn<typeof RegisterIssueTable | typeof ArtisanTable>();

const ISSUE_COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  provinceId: 't.province_id',
  kind: 't.kind',
  state: 't.state',
  artisanRegionId: 't.artisan_region_id',
  artisanId: 't.artisan_id',
  caseNumber: 't.case_number',
  description: 't.description',
  openedOn: 't.opened_on',
  assignee: 't.assignee',
  dueOn: 't.due_on',
  closedOn: 't.closed_on',
  outcome: 't.outcome',
  resolution: 't.resolution',
  confirmedOn: 't.confirmed_on',
  version: 't.version',
} as const satisfies ColumnsOf<typeof RegisterIssueTable, RegisterIssue>;

/** How a register issue is changed. */
export const ISSUE: EntityMapping<RegisterIssue> = {
  type: 'RegisterIssue',
  table: 'register_issue',
  columns: ISSUE_COLUMNS,
};

const columns: Record<string, string> = { ...ISSUE_COLUMNS, __typename: `'RegisterIssue'` };
const SELECTED = selectList(columns);
const BY_ID = { name: 'ID', column: 'id', cast: 'int', descending: false } as const;

const conditionsOf = ({ kinds, states, openedOn, dueOn }: RegisterIssueFilter): RawBuilder<unknown>[] => [
  ...oneOf({ kind: kinds, state: states }),
  ...inRanges({ openedOn: ['opened_on', openedOn], dueOn: ['due_on', dueOn] }),
];

export function issuesIn(
  scope: TenantScope,
  place: TerritoryScope,
  args: RegisterIssueListArgs,
): LazyConnection<RegisterIssue> {
  const filter = args.filter ?? {};
  const anchor = place.provinceId === null ? null : 'province_id';
  const spec = { table: 'register_issue', columns, anchor, ordering: BY_ID };
  const cut = { where: conditionsOf(filter), cut: JSON.stringify(filter) };
  return listOf<RegisterIssue>(scope, { ...spec, ...cut, anchors: visibleAnchors(scope, place) }, args);
}

export function issuesOf(scope: TenantScope, args: RegisterIssueListArgs): LazyConnection<RegisterIssue> {
  const code = args.filter?.territory;
  return issuesIn(scope, code ? territoryByCode(scope, code, 'filter.territory').place : EVERYWHERE, args);
}

/** The issues that were opened on an entry in the region where it stands. */
export function issuesOn(scope: TenantScope, { regionId, id }: Artisan, args: PageArgs): LazyConnection<RegisterIssue> {
  const anchors = [{ regionId, value: Number(id) }];
  const spec = { table: 'register_issue', columns, anchor: 'artisan_id', ordering: BY_ID, where: [], cut: '' };
  return listOf<RegisterIssue>(scope, { ...spec, anchors }, args);
}

/** The sides of cases that the viewer may read, each with its whole case. */
export const sidesOf: Batch<RegisterIssue, RegisterIssue[]> = async (scope, issues) => {
  const numbers = [...new Set(issues.flatMap(({ caseNumber }) => caseNumber ?? []))];
  const rows = await scope.rows<RegisterIssue>(sql`
    select ${SELECTED} from register_issue t
    where t.region_id = any(${scope.viewer.grants.records.regions}::smallint[]) and t.case_number = any(${numbers}::int[])
    order by t.region_id, t.id`);
  return issues.map(({ caseNumber }) =>
    caseNumber === null ? [] : rows.filter((row) => row.caseNumber === caseNumber),
  );
};

/** The live entries that have the number of an open case, as far as the viewer keeps the register where they are. */
export const entriesOf: Batch<RegisterIssue, number[]> = async (scope, issues) => {
  const numbers = [...new Set(issues.flatMap(({ caseNumber }) => caseNumber ?? []))];
  const { regions } = scope.viewer.grants.capture;
  const rows = await scope.rows(
    db
      .selectFrom('register_issue as t')
      .innerJoin('artisan as own', (on) =>
        on.onRef('own.region_id', '=', 't.artisan_region_id').onRef('own.id', '=', 't.artisan_id'),
      )
      .innerJoin('artisan as a', (on) =>
        on.onRef('a.national_id', '=', 'own.national_id').on('a.region_id', '=', anyOf(regions, 'smallint')),
      )
      .select(['t.case_number as caseNumber', 'a.id as artisanId'])
      .distinct()
      .where('t.region_id', '=', anyOf(regions, 'smallint'))
      .where('t.case_number', '=', anyOf(numbers, 'int'))
      .where('t.state', '<>', sql.lit('RESOLVED'))
      .where('a.register_state', '<>', sql.lit('DELETED'))
      .orderBy('caseNumber')
      .orderBy('artisanId'),
  );
  return issues.map((issue) =>
    rows.flatMap(({ caseNumber, artisanId }) => (caseNumber === issue.caseNumber ? artisanId : [])),
  );
};

/** The open case in which an entry stands, if it does. */
export async function openCaseOf(scope: TenantScope, { regionId, id }: Artisan): Promise<RegisterIssue | null> {
  const [row] = await scope.rows<RegisterIssue>(sql`
    select ${SELECTED} from register_issue t
    where t.region_id = ${regionId} and t.artisan_id = ${id} and t.kind = 'DUPLICATE' and t.state <> 'RESOLVED'`);
  return row ?? null;
}

export const issuesByIds: Batch<number, RegisterIssue | null> = rowsByIds('register_issue', columns);
