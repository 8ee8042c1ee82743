import { LRUCache } from 'lru-cache';

const VALUES_AT_MOST = 100;
const LETTERS_AT_MOST = 1000;

/**
 * Reads a header once for each of its values: clients send few different ones, again and again. One that is longer than
 * any that makes sense is not read, since reading it takes long, and counts as `forLong`.
 */
export function readingOnce<Value>(read: (header: string) => Value, forLong: Value): (header: string) => Value {
  const known = new LRUCache<string, { readonly value: Value }>({ max: VALUES_AT_MOST });
  return (header) => {
    if (header.length > LETTERS_AT_MOST) return forLong;
    const found = known.get(header);
    if (found !== undefined) return found.value;
    const value = read(header);
    known.set(header, { value });
    return value;
  };
}
