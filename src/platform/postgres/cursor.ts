import { isDay } from '../lib/dates.ts';
import { badInput } from '../errors/domain-error.ts';

/** The place of a row in an ordered list: the value that it is sorted by and its number. */
export interface Position {
  readonly key: string | number;
  readonly id: number;
}

export const encodeCursor = (order: string, position: Position): string =>
  Buffer.from(JSON.stringify([order, position.key, position.id])).toString('base64url');

/** What a list is sorted by. */
export type SortKind = 'text' | 'date' | 'int';

const LARGEST_INT = 2_147_483_647;
const isInt = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST_INT;
const isDate = (value: unknown): value is string => typeof value === 'string' && isDay(value);
// What no database holds: NUL, and halves of characters.
const isText = (value: unknown): value is string => typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value);
const FITS = { text: isText, date: isDate, int: isInt } as const;

/** Reads a cursor back; one of another list or another order is refused, for it would start at a wrong place. */
export function decodeCursor(
  order: { name: string; cast: SortKind },
  cursor: string,
  argument: 'after' | 'before' = 'after',
): Position {
  const [madeFor, key, id] = parsed(cursor, argument);
  if (madeFor !== order.name) {
    throw badInput(argument, `This cursor belongs to a list in another order. Start without "${argument}".`);
  }
  if (!isInt(id) || !FITS[order.cast](key)) throw unreadable(argument);
  return { key, id };
}

function parsed(cursor: string, argument: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 3) return value as unknown[];
  } catch {
    // Answered below: what a client sends as a cursor may be anything.
  }
  throw unreadable(argument);
}

const unreadable = (argument: string) =>
  badInput(argument, 'This is not a cursor. Use "startCursor", "endCursor" or "cursor" of an earlier page.');
