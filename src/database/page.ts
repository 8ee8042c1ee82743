import { sql, type RawBuilder } from 'kysely';
import { selectList, type Columns } from './columns.ts';
import type { Position, SortKind } from '../kernel/cursor.ts';

/** Which column a list hangs on below the region: its province, its committee, … or none for a whole region. */
export interface Anchor {
  readonly regionId: number;
  /** The value of the anchor column; null where the list is the whole region's. */
  readonly value: number | null;
}

interface Ordering {
  readonly name: string;
  readonly column: string;
  readonly cast: SortKind;
  readonly descending: boolean;
}

/** A way to find a row: the key that orders it, and the conditions under which it is found by this one. */
export interface Branch {
  readonly column: string;
  readonly where: readonly RawBuilder<unknown>[];
}

/** One kind of list: its table, the columns aliased to the fields of the API, and how it is cut. */
export interface Listing {
  readonly table: string;
  readonly columns: Columns;
  readonly anchor: string | null;
  readonly ordering: Ordering;
  readonly where: readonly RawBuilder<unknown>[];
  /** Where rows are found under one of several keys (a name, and the name turned), each with its own index. */
  readonly branches?: readonly Branch[];
  readonly after: Position | null;
  readonly limit: number;
}

/** A list to answer: the anchors whose rows are merged into it. */
export type Anchors = readonly Anchor[];

/** A row with its list and its place in it; `sortKey` makes the cursor. */
export type Placed<Row> = Row & { readonly ord: number; readonly sortKey: string | number };

const anchorRows = (lists: readonly Anchors[]): RawBuilder<unknown> => {
  const flat = lists.flatMap((anchors, ord) => anchors.map((anchor) => ({ ord, ...anchor })));
  const ords = flat.map((row) => row.ord);
  const regions = flat.map((row) => row.regionId);
  const values = flat.map((row) => row.value);
  return sql`unnest(${ords}::int[], ${regions}::smallint[], ${values}::int[]) as k (ord, region_id, value)`;
};

const branchesOf = (listing: Listing): readonly Branch[] =>
  listing.branches ?? [{ column: listing.ordering.column, where: [] }];

function conditions(listing: Listing, branch: Branch): RawBuilder<unknown> {
  const anchored = listing.anchor === null ? [] : [sql`t.${sql.raw(listing.anchor)} = k.value`];
  return sql.join([sql`t.region_id = k.region_id`, ...anchored, ...listing.where, ...branch.where], sql` and `);
}

function beyond({ ordering, after }: Listing, column: string): RawBuilder<unknown> {
  if (after === null) return sql``;
  const comparison = sql.raw(ordering.descending ? '<' : '>');
  const cast = sql.raw(ordering.cast);
  return sql`and (t.${sql.raw(column)}, t.id) ${comparison} (${after.key}::${cast}, ${after.id}::int)`;
}

function branchStatement(listing: Listing, branch: Branch): RawBuilder<unknown> {
  const direction = sql.raw(listing.ordering.descending ? 'desc' : 'asc');
  const key = sql.raw(`t.${branch.column}`);
  return sql`(
    select ${selectList(listing.columns)}, ${key} as "sortKey"
    from ${sql.raw(listing.table)} t
    where ${conditions(listing, branch)} ${beyond(listing, branch.column)}
    order by ${key} ${direction}, t.id ${direction}
    limit ${listing.limit}
  )`;
}

/**
 * Pages of many lists in one statement. The region is stated beside the policy, so that each anchor is one descent of an
 * index that already has the order; the rows of one list are then merged, a page of each at most.
 */
export function pagesStatement<Row>(listing: Listing, lists: readonly Anchors[]): RawBuilder<Placed<Row>> {
  const direction = sql.raw(listing.ordering.descending ? 'desc' : 'asc');
  const branches = branchesOf(listing).map((branch) => branchStatement(listing, branch));
  return sql<Placed<Row>>`
    select * from (
      select x.*, k.ord,
        row_number() over (partition by k.ord order by x."sortKey" ${direction}, x.id ${direction}) as place
      from ${anchorRows(lists)}
      cross join lateral (${sql.join(branches, sql` union all `)}) x
    ) page where place <= ${listing.limit} order by ord, place`;
}

/** How many rows each list has in all. */
export function countsStatement(
  listing: Listing,
  lists: readonly Anchors[],
): RawBuilder<{ ord: number; total: number }> {
  const branches = branchesOf(listing).map(
    (branch) => sql`select count(*) as n from ${sql.raw(listing.table)} t where ${conditions(listing, branch)}`,
  );
  return sql`
    select k.ord, sum(x.n)::int as total
    from ${anchorRows(lists)}
    cross join lateral (${sql.join(branches, sql` union all `)}) x
    group by k.ord`;
}
