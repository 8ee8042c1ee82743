import { sql, type RawBuilder } from 'kysely';
import { selectList, type Columns } from './columns.ts';
import type { Position, SortKind } from './cursor.ts';

/** Which column a list hangs on below the region: its province, its committee, … or none for a whole region. */
export interface Anchor {
  readonly regionId: number;
  /** The value of the anchor column; null where the list is the whole region's. */
  readonly value: number | null;
}

export interface Ordering {
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
export interface KeysetQuery {
  readonly table: string;
  readonly columns: Columns;
  readonly anchor: string | null;
  readonly ordering: Ordering;
  readonly where: readonly RawBuilder<unknown>[];
  /** Where rows are found under one of several keys (a name, and the name reversed), each with its own index. */
  readonly branches?: readonly Branch[] | undefined;
  /** The position after which the rows follow, in the direction of the ordering. */
  readonly after: Position | null;
  /** The position before which they end. */
  readonly before?: Position | null;
  /** How many rows are read at least; part of the text, so that it is rounded up to one of a few. */
  readonly limit: number;
}

/** A list to answer: the anchors whose rows are merged into it. */
export type Anchors = readonly Anchor[];

/**
 * A row with its list, the first unless given, and the key that makes its cursor, its id unless given.
 */
export type KeysetRow<Row> = Row & { readonly ord?: number; readonly sortKey?: string | number };

/** Where the rows of a list are: written into the statement, or taken from a row `k` of several places. */
interface Place {
  readonly region: RawBuilder<unknown>;
  readonly value: RawBuilder<unknown>;
}

const EACH: Place = { region: sql`k.region_id`, value: sql`k.value` };
const at = ({ regionId, value }: Anchor): Place => ({ region: sql`${regionId}`, value: sql`${value}` });

const anchorRows = (lists: readonly Anchors[]): RawBuilder<unknown> => {
  const flat = lists.flatMap((anchors, ord) => anchors.map((anchor) => ({ ord, ...anchor })));
  const ords = flat.map((row) => row.ord);
  const regions = flat.map((row) => row.regionId);
  const values = flat.map((row) => row.value);
  return sql`unnest(${ords}::int[], ${regions}::smallint[], ${values}::int[]) as k (ord, region_id, value)`;
};

const branchesOf = (listing: KeysetQuery): readonly Branch[] =>
  listing.branches ?? [{ column: listing.ordering.column, where: [] }];

function conditions(listing: KeysetQuery, branch: Branch, place: Place): RawBuilder<unknown> {
  const anchored = listing.anchor === null ? [] : [sql`t.${sql.raw(listing.anchor)} = ${place.value}`];
  const where = [sql`t.region_id = ${place.region}`, ...anchored, ...listing.where, ...branch.where];
  return sql.join(where, sql` and `);
}

function betweenCursors({ ordering, after, before }: KeysetQuery, column: string): RawBuilder<unknown> {
  const [onwards, back] = ordering.descending ? ['<', '>'] : ['>', '<'];
  const cast = sql.raw(ordering.cast);
  const compare = (comparison: string, { key, id }: Position): RawBuilder<unknown> =>
    sql`and (t.${sql.raw(column)}, t.id) ${sql.raw(comparison)} (${key}::${cast}, ${id}::int)`;
  if (before == null) return after === null ? sql`` : compare(onwards, after);
  return after === null ? compare(back, before) : sql`${compare(onwards, after)} ${compare(back, before)}`;
}

// The planner takes a limit that it does not know for a tenth of the table, and then rather sorts a region than walks an
// index for one page: so the limit is written out, in few sizes, for each is a statement of its own.
const SIZES = [11, 21, 51];
const LARGEST = 101;

const limitOf = ({ limit }: KeysetQuery): RawBuilder<unknown> =>
  sql.lit(SIZES.find((size) => size >= limit) ?? LARGEST);

const directionOf = ({ ordering }: KeysetQuery): RawBuilder<unknown> => sql.raw(ordering.descending ? 'desc' : 'asc');

/** A row that is ordered by its id is its own sort key. */
const isById = (listing: KeysetQuery): boolean => listing.ordering.column === 'id' && listing.branches === undefined;

function branchStatement(listing: KeysetQuery, branch: Branch, place: Place): RawBuilder<unknown> {
  const direction = directionOf(listing);
  const key = sql.raw(`t.${branch.column}`);
  const sortKey = isById(listing) ? sql`` : sql`, ${key} as "sortKey"`;
  const order = isById(listing) ? sql`t.id ${direction}` : sql`${key} ${direction}, t.id ${direction}`;
  return sql`
    select ${selectList(listing.columns)} ${sortKey}
    from ${sql.raw(listing.table)} t
    where ${conditions(listing, branch, place)} ${betweenCursors(listing, branch.column)}
    order by ${order}
    limit ${limitOf(listing)}`;
}

const unionOfBranches = (listing: KeysetQuery, place: Place): RawBuilder<unknown> =>
  sql.join(
    branchesOf(listing).map((branch) => sql`(${branchStatement(listing, branch, place)})`),
    sql` union all `,
  );

/** In the order of the list, over rows that are already named as the answer names them. */
const mergeOrder = (listing: KeysetQuery, alias: string): RawBuilder<unknown> => {
  const direction = directionOf(listing);
  const id = sql`${sql.raw(alias)}.id ${direction}`;
  return isById(listing) ? id : sql`${sql.raw(alias)}."sortKey" ${direction}, ${id}`;
};

/** The page of one list: in one place, one descent of the index; in several, a page of each at most, merged. */
function onePage(listing: KeysetQuery, anchors: Anchors): RawBuilder<unknown> {
  const [first, second] = anchors;
  const [branch, other] = branchesOf(listing);
  if (first === undefined || branch === undefined) throw new Error('A list without a place has no page.');
  if (second === undefined && other === undefined) return branchStatement(listing, branch, at(first));
  const from =
    second === undefined
      ? sql`(${unionOfBranches(listing, at(first))}) x`
      : sql`${anchorRows([anchors])} cross join lateral (${unionOfBranches(listing, EACH)}) x`;
  return sql`select x.* from ${from} order by ${mergeOrder(listing, 'x')} limit ${limitOf(listing)}`;
}

/**
 * Pages of many lists in one statement. The region is stated beside the policy, so that each anchor is one descent of an
 * index that already has the order; the rows of one list are then merged, a page of each at most. Where each list is in one
 * place, as those below the rows of another list are, nothing has to be merged.
 */
export function pagesStatement<Row>(listing: KeysetQuery, lists: readonly Anchors[]): RawBuilder<KeysetRow<Row>> {
  const [only, second] = lists;
  if (only !== undefined && second === undefined) return sql<KeysetRow<Row>>`${onePage(listing, only)}`;
  if (branchesOf(listing).length === 1 && lists.every((anchors) => anchors.length === 1)) {
    return sql<KeysetRow<Row>>`
      select x.*, k.ord from ${anchorRows(lists)} cross join lateral ${unionOfBranches(listing, EACH)} x
      order by k.ord, ${mergeOrder(listing, 'x')}`;
  }
  return sql<KeysetRow<Row>>`
    select * from (
      select x.*, k.ord, row_number() over (partition by k.ord order by ${mergeOrder(listing, 'x')}) as place
      from ${anchorRows(lists)}
      cross join lateral (${unionOfBranches(listing, EACH)}) x
    ) page where place <= ${limitOf(listing)} order by ord, place`;
}

/** How many rows each list has in all. */
export function countsStatement(
  listing: KeysetQuery,
  lists: readonly Anchors[],
): RawBuilder<{ ord: number; total: number }> {
  const [anchors, second] = lists;
  const place = second === undefined && anchors?.length === 1 && anchors[0] !== undefined ? at(anchors[0]) : EACH;
  const counts = sql.join(
    branchesOf(listing).map(
      (branch) =>
        sql`select count(*) as n from ${sql.raw(listing.table)} t where ${conditions(listing, branch, place)}`,
    ),
    sql` union all `,
  );
  if (place !== EACH) return sql`select 0 as ord, sum(x.n)::int as total from (${counts}) x`;
  return sql`
    select k.ord, sum(x.n)::int as total
    from ${anchorRows(lists)}
    cross join lateral (${counts}) x
    group by k.ord`;
}
