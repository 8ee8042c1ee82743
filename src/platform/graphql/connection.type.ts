import type { GraphQLResolveInfo } from 'graphql';
import { Field, Info, Int, ObjectType, type ClassType } from 'type-graphql';
import { EXAMPLE_CURSOR } from './page.args.ts';
import { ReadsDatabase } from './cost/directives.ts';
import type { KeysetRow } from '../postgres/keyset.ts';
import type { LazyConnection, Page } from './list.ts';
import { selectedBelow } from './selection.ts';

@ObjectType({ description: 'Where a page stands in its list, as in the Relay specification.' })
export class PageInfo {
  constructor(
    private readonly list: LazyConnection<object>,
    private readonly page: Page<object>,
  ) {}

  @Field(() => Boolean, { description: 'Whether there is a row after this page.' })
  hasNextPage(): boolean {
    return this.page.hasNextPage;
  }

  @Field(() => Boolean, { description: 'Whether there is a row before this page.' })
  hasPreviousPage(): boolean {
    return this.page.hasPreviousPage;
  }

  @Field(() => String, {
    nullable: true,
    description: `The cursor of the first row: the previous page's "before", such as ${EXAMPLE_CURSOR}; null on an empty page.`,
  })
  startCursor(): string | null {
    return this.cursorAt(0);
  }

  @Field(() => String, {
    nullable: true,
    description: `The cursor of the last row: the next page's "after", such as ${EXAMPLE_CURSOR}.`,
  })
  endCursor(): string | null {
    return this.cursorAt(-1);
  }

  private cursorAt(index: number): string | null {
    const row = this.page.rows.at(index);
    return row === undefined ? null : this.list.cursorOf(row);
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Makes the connection and edge types of a node type. */
// eslint-disable-next-line max-lines-per-function -- two classes that only exist together, over one node type
export function connectionOf<Node extends object>(node: () => ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class NodeEdge {
    @Field(() => node(), { simple: true, description: 'The row at this place of the list.' })
    readonly node: Node;

    constructor(
      private readonly list: LazyConnection<Node>,
      row: KeysetRow<Node>,
    ) {
      this.node = row;
    }

    @Field(() => String, {
      description: `The cursor of the row in this list, for "after" and "before", such as ${EXAMPLE_CURSOR}.`,
    })
    cursor(): string {
      return this.list.cursorOf(this.node);
    }
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of a list of ${name}, in a stable order. Of a list that the viewer may not read it has no rows, and totalCount is null; the field itself is null only beside an error.`,
  })
  class NodeConnection {
    constructor(readonly list: LazyConnection<Node>) {}

    @Field(() => [NodeEdge], { description: 'The rows of the page, each with its cursor.' })
    async edges(@Info() info: GraphQLResolveInfo): Promise<NodeEdge[]> {
      const { rows } = await this.list.page(selectedBelow(info, 'node'));
      return rows.map((row) => new NodeEdge(this.list, row));
    }

    @Field(() => [node()], { description: 'The rows of the page.' })
    async nodes(@Info() info: GraphQLResolveInfo): Promise<readonly Node[]> {
      return (await this.list.page(selectedBelow(info))).rows;
    }

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    async pageInfo(): Promise<PageInfo> {
      return new PageInfo(this.list, await this.list.page(NOTHING));
    }

    // Every row is counted, whatever the size of the page.
    @ReadsDatabase(10)
    @Field(() => Int, {
      nullable: true,
      description:
        'How many there are in all; counted only when selected. Null where the viewer may not read the list.',
    })
    totalCount(): Promise<number | null> {
      return this.list.total();
    }
  }
  return NodeConnection;
}
