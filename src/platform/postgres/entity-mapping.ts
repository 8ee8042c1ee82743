import { sql, type RawBuilder } from 'kysely';
import { selectList, type Columns } from './columns.ts';

/** A row that can be changed: in a region, and numbered by version. */
export interface VersionedRow {
  readonly id: string | number;
  readonly regionId: number;
  readonly provinceId?: number | null;
  readonly version: number;
}

/** How a kind of row is changed: its table, and its columns by field. */
export interface EntityMapping<Row extends VersionedRow> {
  readonly type: string;
  readonly table: string;
  /** Field -> column of `t`, as it is read and answered. */
  readonly columns: Columns;
  /** Field -> column: written and audited, but not part of an answer: identity, or the parts of an expression. */
  readonly writeOnly?: Columns;
  /** Field -> column: follows from other fields, so it is not audited. */
  readonly derived?: Columns;
  /** Phantom type parameter: only the compiler uses it. */
  readonly row?: Row;
}

export type Fields = Readonly<Record<string, unknown>>;

/** The columns of an answer, with the type that the row is of. */
export const returningColumns = <Row extends VersionedRow>(kind: EntityMapping<Row>): RawBuilder<unknown> =>
  selectList({ ...kind.columns, __typename: `'${kind.type}'` });

export const writeOnlyColumns = <Row extends VersionedRow>({
  writeOnly: sealed = {},
}: EntityMapping<Row>): RawBuilder<unknown> =>
  Object.keys(sealed).length === 0 ? sql`` : sql`, ${selectList(sealed)}`;

const COLUMN = /^(?:t\.)?"?(\w+)"?$/;

/** The column that a field is written to. */
export function columnOf<Row extends VersionedRow>(kind: EntityMapping<Row>, field: string): string {
  const column = kind.columns[field] ?? kind.writeOnly?.[field] ?? kind.derived?.[field] ?? '';
  const [, name] = COLUMN.exec(column) ?? [];
  if (name === undefined) throw new Error(`${kind.type} has no column to write ${field} to.`);
  return name;
}

export const isAudited = <Row extends VersionedRow>(kind: EntityMapping<Row>, field: string): boolean =>
  kind.derived?.[field] === undefined;
