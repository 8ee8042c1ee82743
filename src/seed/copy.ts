import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

export type Cell = string | number | boolean | null;

const LINES_IN_CHUNK = 1000;
const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const written = (cell: Cell): string => {
  if (cell === null) return '\\N';
  return typeof cell === 'string' ? cell.replace(SPECIAL, (letter) => ESCAPES[letter] ?? letter) : String(cell);
};

function* chunks(rows: Iterable<readonly Cell[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.map(written).join('\t')}\n`);
    if (lines.length < LINES_IN_CHUNK) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

/** Loads rows through COPY, as one statement. */
export async function copyInto(
  client: ClientBase,
  table: string,
  data: { columns: readonly string[]; rows: Iterable<readonly Cell[]> },
): Promise<void> {
  const stream = client.query(from(`copy ${table} (${data.columns.join(', ')}) from stdin`));
  await pipeline(Readable.from(chunks(data.rows), { objectMode: true }), stream);
}

/** Loads rows that are objects with the columns as their keys. */
export async function copyObjects(
  client: ClientBase,
  table: string,
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  const [head] = rows;
  if (head === undefined) return;
  const columns = Object.keys(head);
  await copyInto(client, table, { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) });
}
