/** $1 region, $2 the artisan before the first one. */
export const pageStatement = (columns: string, limit: number): string => `
  select ${columns} from artisan t where t.region_id = $1 and t.id > $2 order by t.id limit ${String(limit)}`;

const startsWith = (column: string): string => `t.${column} >= $2 and t.${column} < $2 || U&'\\+10FFFF'`;

/** $1 regions in sight, $2 the beginning of a name, in either order of its parts. */
export function searchStatement(columns: string, limit: number): string {
  const found = (column: string, condition: string): string => `
    (select ${columns}, t.${column} as place from artisan t
     where t.region_id = k.region and ${condition} order by t.${column}, t.id limit ${String(limit)})`;
  const reversed = `${startsWith('search_ar_reversed')} and not (${startsWith('search_ar')})`;
  return `
    select x.* from unnest($1::smallint[]) as k (region)
    cross join lateral (
      ${found('search_ar', startsWith('search_ar'))}
      union all
      ${found('search_ar_reversed', reversed)}
    ) x
    order by x.place, x.id limit ${String(limit)}`;
}
