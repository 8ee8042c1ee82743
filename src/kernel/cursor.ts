import { badInput } from './refusal.ts';

/** The place of a row in an ordered list: the value that it is sorted by and its number. */
export interface Position {
  readonly key: string | number;
  readonly id: number;
}

export const encodeCursor = (order: string, position: Position): string =>
  Buffer.from(JSON.stringify([order, position.key, position.id])).toString('base64url');

/** Reads a cursor back; one of another list or another order is refused, for it would start at a wrong place. */
export function decodeCursor(order: string, cursor: string): Position {
  const [madeFor, key, id] = parsed(cursor);
  if (madeFor !== order) throw badInput('after', 'This cursor belongs to a list in another order. Start without "after".');
  if ((typeof key !== 'string' && typeof key !== 'number') || !Number.isSafeInteger(id)) throw unreadable();
  return { key, id: id as number };
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 3) return value as unknown[];
  } catch {
    // Answered below: what a client sends as a cursor may be anything.
  }
  throw unreadable();
}

const unreadable = () => badInput('after', 'This is not a cursor. Use "endCursor" or "cursor" of an earlier page.');
