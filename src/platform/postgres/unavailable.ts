import pg from 'pg';

/** The database could not be reached, or did not answer in time: nothing is known of what was asked of it. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
  }
}

// Classes of SQLSTATE: connections, resources (disk, memory, connections), and intervention of an operator.
const CLASSES = /^(?:08|53|57)[0-9A-Z]{3}$/;
const STATES = new Set([
  '25006', // read-only: a standby, or a disk that was full
  '25P03', // idle in a transaction for too long
  '40001', // a snapshot that moved on, after every attempt
  '40P01', // transactions that wait for each other, after every attempt
  '55P03', // a lock that was not given in time
  '58030', // the disk failed
]);

/** Whether an error says that the database cannot serve at the moment, and a later attempt may succeed. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && (STATES.has(code) || CLASSES.test(code));
}

/** An error of the connection as what it means; what PostgreSQL itself says, and faults of the code, stay what they are. */
export function asUnavailable(error: unknown): unknown {
  const keepsItsMeaning =
    error instanceof pg.DatabaseError || error instanceof TypeError || error instanceof RangeError;
  return keepsItsMeaning || error instanceof DatabaseUnavailable ? error : new DatabaseUnavailable(error);
}
