import type { InferKyselyTable, EntitySchemaWithMeta } from '@mikro-orm/postgresql';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { memoizeByObject } from '../lib/memoize.ts';

/** Field -> column of the table `t`, or an expression over its columns. */
export type Columns = Readonly<Record<string, string>>;

/** An expression where a field is not one column, such as `t.name_ar is null`: the compiler does not check it, the tests of golden queries do. */
export type Expression = string & { readonly expression: true };
export const expression = (text: string): Expression => text as Expression;

type Stored<Table extends EntitySchemaWithMeta> = Selectable<InferKyselyTable<Table>>;
type ColumnOf<Table extends EntitySchemaWithMeta, Value> = {
  [Column in keyof Stored<Table> & string]: Stored<Table>[Column] extends Value ? `t.${Column}` : never;
}[keyof Stored<Table> & string];

/**
 * A column of the table for each field of a row, of a type that the field takes: a column that the table has not, or that holds
 * something else, does not compile.
 */
export type ColumnsOf<Table extends EntitySchemaWithMeta, Row> = {
  readonly [Field in keyof Row]-?: ColumnOf<Table, Row[Field]> | Expression;
};

/** The select list that names its columns as the fields of the API. */
export const selectList = memoizeByObject((columns: Columns): RawBuilder<unknown> =>
  sql.raw(
    Object.entries(columns)
      .map(([field, column]) => `${column} as "${field}"`)
      .join(', '),
  ),
);
