import { sql, type RawBuilder } from 'kysely';
import { Field, InputType } from 'type-graphql';
import { COMMON } from '../errors/common.reasons.ts';
import { domainError } from '../errors/domain-error.ts';
import { LocalDate } from './scalars.ts';

@InputType({ description: 'Days from one to another, both of them included; open where a side is left out.' })
export class DateRange {
  @Field(() => LocalDate, { nullable: true, description: 'The first day, such as 2026-01-01.' })
  from?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day, such as 2026-01-31; DAY_BEFORE before the first.',
  })
  to?: string | null;
}

const of = (column: string): RawBuilder<unknown> => sql.raw(`t.${column}`);

/** What the columns of enums must be: one of some values each; a column without values may be anything. */
export const oneOf = (values: Readonly<Record<string, readonly string[] | null | undefined>>): RawBuilder<unknown>[] =>
  Object.entries(values).flatMap(([column, given]) => {
    if (given == null) return [];
    const [only = '', ...others] = new Set(given);
    // One value is compared, so that an index that starts with it gives the order of the list as well.
    const isOne = given.length > 0 && others.length === 0;
    return [isOne ? sql`${of(column)} = ${only}` : sql`${of(column)} = any(${given}::text[])`];
  });

/** The days between which columns must be, by the name of the filter field: `{ appliedOn: ['applied_on', range] }`. */
export const inRanges = (
  ranges: Readonly<Record<string, readonly [column: string, range: DateRange | null | undefined]>>,
): RawBuilder<unknown>[] =>
  Object.entries(ranges).flatMap(([field, [column, range]]) => {
    const { from, to } = range ?? {};
    if (from != null && to != null && to < from) {
      const fault = { path: `filter.${field}.to`, reason: COMMON.DAY_BEFORE, values: { earliest: from } };
      throw domainError('BAD_USER_INPUT', fault);
    }
    return [
      ...(from == null ? [] : [sql`${of(column)} >= ${from}::date`]),
      ...(to == null ? [] : [sql`${of(column)} <= ${to}::date`]),
    ];
  });
