import { createHash } from 'node:crypto';

const LENGTH_BYTES = 4;
const ABSENT = -1;

/** A field with its length before it, so that no two lists of fields have the same bytes; null has a length of its own. */
function prefixed(field: Buffer | null): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeInt32BE(field?.length ?? ABSENT);
  return field === null ? length : Buffer.concat([length, field]);
}

/** What the first link of every chain hangs on. */
export const CHAIN_START = createHash('sha256').digest('hex');

/** The hash of a link, from the hash of the one before it and its own fields; hashes are hexadecimal. */
export function linkHash(previous: string, fields: readonly (string | null)[]): string {
  const hash = createHash('sha256').update(prefixed(Buffer.from(previous, 'hex')));
  for (const field of fields) hash.update(prefixed(field === null ? null : Buffer.from(field, 'utf8')));
  return hash.digest('hex');
}
