import { sql } from 'kysely';
import type { Batch } from '../tenancy/tenant-scope.ts';
import { selectList, type Columns } from '../postgres/columns.ts';

/** Rows of a table by number, in any region in sight; null where there is none in sight. */
export function rowsByIds<Row extends { id: string | number }>(
  table: string,
  columns: Columns,
): Batch<number, Row | null> {
  const selected = sql`select ${selectList(columns)} from ${sql.raw(table)} t`;
  return async (scope, ids) => {
    const { regions } = scope.viewer.grants.records;
    // Who sees no records has no right to ask the table either: nothing is in sight.
    if (regions.length === 0) return ids.map(() => null);
    const rows = await scope.rows<Row>(sql`
      ${selected} where t.region_id = any(${regions}::smallint[]) and t.id = any(${ids}::int[])`);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}
