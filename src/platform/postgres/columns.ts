import { sql, type RawBuilder } from 'kysely';
import { memoizeByObject } from '../lib/memoize.ts';

/** Field -> column of the table `t`. */
export type Columns = Readonly<Record<string, string>>;

/** The select list that names its columns as the fields of the API. */
export const selectList = memoizeByObject((columns: Columns): RawBuilder<unknown> =>
  sql.raw(
    Object.entries(columns)
      .map(([field, column]) => `${column} as "${field}"`)
      .join(', '),
  ),
);
