import { sql } from 'kysely';
import type { Batch } from '../tenancy/tenant-scope.ts';
import { selectList, type Columns } from '../postgres/columns.ts';

/** Rows of a table by number, in any region that the viewer may read; null where there is none. */
export function rowsByIds<Row extends { id: string | number }>(
  table: string,
  columns: Columns,
): Batch<number, Row | null> {
  const selected = sql`select ${selectList(columns)} from ${sql.raw(table)} t`;
  return async (scope, ids) => {
    const { regions } = scope.viewer.grants.records;
    // A viewer without the records grant has no right to query the table either.
    if (regions.length === 0) return ids.map(() => null);
    const rows = await scope.rows<Row>(sql`
      ${selected} where t.region_id = any(${regions}::smallint[]) and t.id = any(${ids}::int[])`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}
