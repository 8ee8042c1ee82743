import { sql } from 'kysely';
import { requireCentral } from '../../platform/auth/viewer.ts';
import { listOf, type LazyConnection } from '../../platform/graphql/list.ts';
import type { PageArgs } from '../../platform/graphql/page.args.ts';
import type { ColumnsOf } from '../../platform/postgres/columns.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { alertFrom } from './case.rules.ts';
import type { NumberCountTable } from './case.table.ts';
import type { IdentityAlert } from './case.type.ts';

const COLUMNS = {
  id: 't.id',
  regionId: 't.region_id',
  subject: 't.subject',
  day: 't.day',
  hits: 't.hits',
  changes: 't.changes',
} as const satisfies ColumnsOf<typeof NumberCountTable, IdentityAlert & { id: number }>;

const NEWEST_FIRST = { name: 'ID:DESC', column: 'id', cast: 'int', descending: true } as const;

/** The officers that are reported to the centre, newest first. */
export function alertsOf(scope: TenantScope, args: PageArgs): LazyConnection<IdentityAlert> {
  requireCentral(scope.viewer);
  const anchors = scope.viewer.grants.capture.regions.map((regionId) => ({ regionId, value: null }));
  const where = [sql`t.hits >= ${alertFrom(scope.limits.hits)}`];
  const spec = { table: 'number_count', columns: COLUMNS, anchor: null, ordering: NEWEST_FIRST, where, cut: '' };
  return listOf<IdentityAlert>(scope, { ...spec, anchors }, args);
}
