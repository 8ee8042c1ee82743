import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
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

export const compileSql = <Row>(statement: RawBuilder<Row>): CompiledQuery<Row> => statement.compile(compiler);

/** Runs a statement and answers its rows. */
export type QueryRunner = <Row>(statement: RawBuilder<Row>) => Promise<Row[]>;

/** What statements can be run in. */
export interface Queryable {
  rows<Row>(statement: RawBuilder<Row>): Promise<Row[]>;
}
