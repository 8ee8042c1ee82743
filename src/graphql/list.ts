import type { Batch, Scope } from '../access/scope.ts';
import { countsStatement, pagesStatement, type Anchors, type Listing, type Placed } from '../database/page.ts';
import { decodeCursor, encodeCursor } from '../kernel/cursor.ts';
import { checkedFirst, type PageArgs } from './page.args.ts';

/** One list that a client asked for: what, where, and how it is told apart from other lists of the same request. */
export interface ListRequest {
  readonly listing: Listing;
  /** Equal for lists that differ in their anchors only, so that one statement answers them all. */
  readonly signature: string;
  readonly anchors: Anchors;
}

export interface Page<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly hasNextPage: boolean;
}

type Grouped = Map<string, { request: ListRequest; index: number }[]>;

function grouped(requests: readonly ListRequest[]): Grouped {
  const groups: Grouped = new Map();
  requests.forEach((request, index) => {
    const group = groups.get(request.signature) ?? [];
    groups.set(request.signature, [...group, { request, index }]);
  });
  return groups;
}

/** Answers the pages of many lists, with one statement for each kind of list among them. */
const pagesOf: Batch<ListRequest, Placed<object>[]> = async (scope, requests) => {
  const pages: Placed<object>[][] = requests.map(() => []);
  for (const group of grouped(requests).values()) {
    const [head] = group;
    if (head === undefined) continue;
    const anchors = group.map(({ request }) => request.anchors);
    const rows = await scope.rows(pagesStatement<object>(head.request.listing, anchors));
    for (const row of rows) {
      const position = group[row.ord];
      if (position !== undefined) pages[position.index]?.push(row);
    }
  }
  return pages;
};

const totalsOf: Batch<ListRequest, number> = async (scope, requests) => {
  const totals: number[] = requests.map(() => 0);
  for (const group of grouped(requests).values()) {
    const [head] = group;
    if (head === undefined) continue;
    const anchors = group.map(({ request }) => request.anchors);
    const rows = await scope.rows(countsStatement(head.request.listing, anchors));
    for (const { ord, total } of rows) {
      const position = group[ord];
      if (position !== undefined) totals[position.index] = total;
    }
  }
  return totals;
};

/**
 * A Relay connection as a value: the page and the count are each read only when a field of them is selected.
 * Without anchors nothing is in sight: no rows, and an unknown count, which is not zero.
 */
export class List<Row extends object> {
  #page: Promise<Page<Row>> | undefined;

  constructor(
    private readonly scope: Scope,
    private readonly request: ListRequest,
    private readonly first: number,
  ) {}

  page(): Promise<Page<Row>> {
    this.#page ??= this.readPage();
    return this.#page;
  }

  async total(): Promise<number | null> {
    if (this.request.anchors.length === 0) return null;
    return this.scope.loader(totalsOf).load(this.request);
  }

  cursorOf(row: Placed<Row>): string {
    const { id } = row as { id?: number };
    return encodeCursor(this.request.listing.ordering.name, { key: row.sortKey, id: id ?? 0 });
  }

  private async readPage(): Promise<Page<Row>> {
    if (this.request.anchors.length === 0) return { rows: [], hasNextPage: false };
    const rows = (await this.scope.loader(pagesOf).load(this.request)) as Placed<Row>[];
    return { rows: rows.slice(0, this.first), hasNextPage: rows.length > this.first };
  }
}

/** What a concept says of a list; paging is added here. */
export interface ListSpec extends Omit<Listing, 'after' | 'limit'> {
  /** Everything that its `where` depends on, as text. */
  readonly cut: string;
}

export function listOf<Row extends object>(
  scope: Scope,
  spec: ListSpec & { anchors: Anchors },
  args: PageArgs,
): List<Row> {
  const first = checkedFirst(args);
  const { cut, anchors, ...rest } = spec;
  const after = args.after ? decodeCursor(spec.ordering, args.after) : null;
  const listing: Listing = { ...rest, after, limit: first + 1 };
  const order = `${spec.ordering.name}:${String(spec.ordering.descending)}`;
  const signature = [spec.table, spec.anchor, order, cut, first, args.after].join('|');
  return new List<Row>(scope, { listing, signature, anchors }, first);
}
