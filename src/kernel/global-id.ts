/** A Relay id: the type and the number, opaque to the client. */
export const globalId = (type: string, id: number): string =>
  Buffer.from(`${type}:${String(id)}`).toString('base64url');

/** Reads an id back; anything else names nothing. */
export function parseGlobalId(value: string): { type: string; id: number } | null {
  const match = /^([A-Z][A-Za-z]*):(\d{1,9})$/.exec(Buffer.from(value, 'base64url').toString('utf8'));
  if (match === null) return null;
  const [, type, digits] = match;
  if (type === undefined || digits === undefined || globalId(type, Number(digits)) !== value) return null;
  return { type, id: Number(digits) };
}
