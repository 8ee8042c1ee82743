import type { InferKyselyDB } from '@mikro-orm/postgresql';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Compilable,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely';

// Compiles only: statements are run by the scope of the request, inside its one transaction.
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/**
 * Kysely's builder over some tables: a column that their definitions do not have, or a value of another type, does not compile.
 * Example: `const db = queriesOn<typeof SeatTable>()`.
 */
export const queriesOn = <Tables extends { name: string }>(): Kysely<InferKyselyDB<Tables>> =>
  compiler as unknown as Kysely<InferKyselyDB<Tables>>;

/** A statement: of the builder, or written as SQL where the builder cannot say it. */
export type Statement<Row> = RawBuilder<Row> | Compilable<Row>;

export const compileSql = <Row>(statement: Statement<Row>): CompiledQuery<Row> => statement.compile(compiler);

/** A condition on one of many numbers, as an array: the statement has the same text for any count of them. */
export const anyOf = (numbers: readonly (number | string)[], type: 'int' | 'smallint'): RawBuilder<number> =>
  sql`any(${numbers}::${sql.raw(type)}[])`;

/** A condition on the regions of some rows, each once. */
export const regionsOf = (rows: readonly { readonly regionId: number }[]): RawBuilder<number> =>
  anyOf([...new Set(rows.map(({ regionId }) => regionId))], 'smallint');

/** A condition on the ids of some rows. */
export const idsOf = (rows: readonly { readonly id: number | string }[]): RawBuilder<number> =>
  anyOf(
    rows.map(({ id }) => id),
    'int',
  );

/** Runs a statement and answers its rows. */
export type QueryRunner = <Row>(statement: Statement<Row>) => Promise<Row[]>;

/** What statements can be run in. */
export interface Queryable {
  rows<Row>(statement: Statement<Row>): Promise<Row[]>;
}
