import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Ordering } from '../postgres/keyset.ts';

export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type OrderDirection = keyof typeof OrderDirection;
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'The direction of an order.',
  valuesConfig: {
    ASC: { description: 'Ascending: the smallest value first.' },
    DESC: { description: 'Descending: the largest value first.' },
  },
});

/** A column that lists can be ordered by. */
interface OrderColumn extends Pick<Ordering, 'column' | 'cast'> {
  readonly description: string;
}

/** The order of ids, which every list has. */
export const BY_ID = {
  column: 'id',
  cast: 'int',
  description: 'The order of entry into this database; the fastest.',
} as const satisfies OrderColumn;

/** What a client asks for: one of the columns, and a direction. */
interface Order<Name extends string> {
  readonly field: Name;
  readonly direction?: OrderDirection | null;
}

type Columns<Name extends string> = Readonly<Record<Name, OrderColumn>>;

function orderFields<Name extends string>(name: string, what: string, columns: Columns<Name>): Record<Name, Name> {
  const keys = Object.keys(columns) as Name[];
  const fields = Object.fromEntries(keys.map((key) => [key, key])) as Record<Name, Name>;
  registerEnumType(fields, {
    name: `${name}OrderField`,
    description: `What a list of ${what} can be ordered by.`,
    valuesConfig: Object.fromEntries(keys.map((key) => [key, { description: columns[key].description }])) as Record<
      Name,
      { description: string }
    >,
  });
  return fields;
}

/** Makes the types `<name>OrderField` and `<name>Order` of a list of `what`, such as "meetings". */
export function orderBy<Name extends string>(name: string, what: string, columns: Columns<Name | 'ID'>) {
  type Key = Name | 'ID';
  const fields = orderFields<Key>(name, what, columns);

  @InputType(`${name}Order`, {
    description: `How to order a list of ${what}; rows that are equal follow in the order of their ids.`,
  })
  class ListOrder implements Order<Key> {
    @Field(() => fields, { description: 'What to order by.' })
    field!: Key;

    @Field(() => OrderDirection, { nullable: true, description: 'The direction; ascending unless given.' })
    direction?: OrderDirection | null;
  }
  const orderingOf = (order: Order<Key> | null | undefined): Ordering => {
    const field = order?.field ?? 'ID';
    const direction = order?.direction ?? 'ASC';
    const { column, cast } = columns[field];
    return { name: `${field}:${direction}`, column, cast, descending: direction === 'DESC' };
  };
  return { type: ListOrder, orderingOf };
}
