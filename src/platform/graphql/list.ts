import type { RawBuilder } from 'kysely';
import type { Batch, TenantScope } from '../tenancy/tenant-scope.ts';
import type { Columns } from '../postgres/columns.ts';
import { countsStatement, pagesStatement, type Anchors, type KeysetQuery, type KeysetRow } from '../postgres/keyset.ts';
import { decodeCursor, encodeCursor } from '../postgres/cursor.ts';
import { memoizeByObject } from '../lib/memoize.ts';
import { pageSizeOf, type PageArgs } from './page.args.ts';

/** One list that a client asked for: what, where, and the key that batches it with other lists of the same request. */
export interface ListRequest {
  readonly listing: KeysetQuery;
  readonly needs: ColumnDependencies | undefined;
  /** Equal for lists that differ in their anchors only, so that one statement answers them all. */
  readonly signature: string;
  readonly anchors: Anchors;
  /** The selections of fields that were asked of its rows so far; every column where it is not known what they need. */
  readonly asked: Set<ReadonlySet<string>>;
}

/** What the fields of a row need that are no columns themselves. */
export type ColumnDependencies = Readonly<Record<string, readonly string[]>>;

// What every row is found, placed and guarded by.
const ALWAYS = ['id', 'regionId', 'provinceId'];

/** The columns that fields need; all of them for a field that nothing is known of. */
function columnsFor(columns: Columns, needs: ColumnDependencies | undefined, asked: ReadonlySet<string>): Columns {
  const fields = [...asked].map((field) => needs?.[field] ?? (field in columns ? [field] : undefined));
  if (needs === undefined || fields.length === 0 || fields.includes(undefined)) return columns;
  const wanted = new Set([...ALWAYS, ...fields.flatMap((names) => names ?? [])]);
  return Object.fromEntries(Object.entries(columns).filter(([field]) => wanted.has(field)));
}

// A plan gives the same selection to every request, and a table the same columns.
const columnsUnder = memoizeByObject((_asked: ReadonlySet<string>) => new Map<Columns, Columns>());

function knownColumnsFor(columns: Columns, needs: ColumnDependencies | undefined, asked: ReadonlySet<string>): Columns {
  const known = columnsUnder(asked);
  const found = known.get(columns) ?? columnsFor(columns, needs, asked);
  known.set(columns, found);
  return found;
}

/** The listing of a group, with the columns that any of its lists was asked for. */
function withSelectedColumns(requests: readonly ListRequest[]): KeysetQuery | undefined {
  const [head] = requests;
  if (head === undefined) return undefined;
  const { listing, needs } = head;
  // Lists that differ in their place only are asked for the same selections, so that there are few of these.
  const selections = new Set(requests.flatMap((request) => [...request.asked].filter(({ size }) => size > 0)));
  const [only, second] = selections;
  const columns =
    only !== undefined && second === undefined
      ? knownColumnsFor(listing.columns, needs, only)
      : columnsFor(listing.columns, needs, new Set([...selections].flatMap((one) => [...one])));
  return { ...listing, columns };
}

export interface Page<Row> {
  readonly rows: readonly KeysetRow<Row>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** How a page is taken out of its list. */
interface PageCut {
  readonly size: number;
  /** Whether the rows are read from the end. */
  readonly isBackward: boolean;
  /** Whether it starts or ends at a cursor, so that there are rows on the other side. */
  readonly continues: boolean;
}

type Group = { readonly request: ListRequest; readonly index: number }[];

function grouped(requests: readonly ListRequest[]): Group[] {
  const groups = new Map<string, Group>();
  requests.forEach((request, index) => {
    const group = groups.get(request.signature);
    if (group === undefined) groups.set(request.signature, [{ request, index }]);
    else group.push({ request, index });
  });
  return [...groups.values()];
}

/** Runs one statement for each kind of list among the requests, all on their way together, and hands out its rows. */
async function runBatch<Row extends { ord?: number }>(
  scope: TenantScope,
  requests: readonly ListRequest[],
  answer: {
    statement: (listing: KeysetQuery, lists: Anchors[]) => RawBuilder<Row>;
    give: (index: number, row: Row) => void;
  },
): Promise<void> {
  const ask = async (group: Group): Promise<void> => {
    const listing = withSelectedColumns(group.map(({ request }) => request));
    if (listing === undefined) return;
    const anchors = group.map(({ request }) => request.anchors);
    for (const row of await scope.rows(answer.statement(listing, anchors))) {
      const position = group[row.ord ?? 0];
      if (position !== undefined) answer.give(position.index, row);
    }
  };
  await Promise.all(grouped(requests).map(ask));
}

/** Answers the pages of many lists, with one statement for each kind of list among them. */
const pagesOf: Batch<ListRequest, KeysetRow<object>[]> = async (scope, requests) => {
  const pages: KeysetRow<object>[][] = requests.map(() => []);
  await runBatch(scope, requests, { statement: pagesStatement<object>, give: (index, row) => pages[index]?.push(row) });
  return pages;
};

const totalsOf: Batch<ListRequest, number> = async (scope, requests) => {
  const totals: number[] = requests.map(() => 0);
  await runBatch(scope, requests, {
    statement: countsStatement,
    give: (index, { total }) => {
      totals[index] = total;
    },
  });
  return totals;
};

/**
 * A Relay connection as a value: the page and the count are each read only when a field of them is selected.
 * Without anchors the viewer may read nothing: no rows, and an unknown count, which is not zero.
 */
export class LazyConnection<Row extends object> {
  #page: Promise<Page<Row>> | undefined;

  constructor(
    private readonly scope: TenantScope,
    private readonly request: ListRequest,
    private readonly cut: PageCut,
  ) {}

  /** The page, with what the fields that are asked of its rows need; all who ask do so before it is read. */
  page(asked: ReadonlySet<string>): Promise<Page<Row>> {
    this.request.asked.add(asked);
    this.#page ??= this.readPage();
    return this.#page;
  }

  async total(): Promise<number | null> {
    if (this.request.anchors.length === 0) return null;
    return this.scope.loader(totalsOf).load(this.request);
  }

  cursorOf(row: KeysetRow<Row>): string {
    const { id = 0 } = row as { id?: number };
    return encodeCursor(this.request.listing.ordering.name, { key: row.sortKey ?? id, id });
  }

  private async readPage(): Promise<Page<Row>> {
    const { size, isBackward, continues } = this.cut;
    if (this.request.anchors.length === 0) return { rows: [], hasNextPage: false, hasPreviousPage: false };
    const read = (await this.scope.loader(pagesOf).load(this.request)) as KeysetRow<Row>[];
    const rows = read.slice(0, size);
    const hasMore = read.length > size;
    if (!isBackward) return { rows, hasNextPage: hasMore, hasPreviousPage: continues };
    return { rows: rows.reverse(), hasNextPage: continues, hasPreviousPage: hasMore };
  }
}

/** What a concept says of a list; paging is added here. */
export interface ListSpec extends Omit<KeysetQuery, 'after' | 'limit'> {
  /** Everything that its `where` depends on, as text. */
  readonly cut: string;
  /** Where only the columns that are asked for are read: what fields need that are no columns. */
  readonly needs?: ColumnDependencies;
}

export function listOf<Row extends object>(
  scope: TenantScope,
  spec: ListSpec & { anchors: Anchors },
  args: PageArgs,
): LazyConnection<Row> {
  const { size, isBackward } = pageSizeOf(args);
  const { table, columns, anchor, where, branches, cut, anchors, needs } = spec;
  const after = args.after ? decodeCursor(spec.ordering, args.after) : null;
  const before = args.before ? decodeCursor(spec.ordering, args.before, 'before') : null;
  // From the end, the list is read in the other direction.
  const ordering = isBackward ? { ...spec.ordering, descending: !spec.ordering.descending } : spec.ordering;
  const between = isBackward ? { after: before, before: after } : { after, before };
  const listing: KeysetQuery = { table, columns, anchor, ordering, where, branches, ...between, limit: size + 1 };
  const order = `${ordering.name}:${String(ordering.descending)}`;
  const signature = [table, anchor, order, cut, size, args.after, args.before].join('|');
  const page = { size, isBackward, continues: (isBackward ? before : after) !== null };
  return new LazyConnection<Row>(scope, { listing, signature, anchors, needs, asked: new Set() }, page);
}
