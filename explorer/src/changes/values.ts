/** Stands where the id of something is to be filled in. */
export const idOf = (what: string): string => `<${what} id>`;

/** Stands where the version that was read is to be filled in; nothing ever has it. */
export const VERSION_READ = 0;

/** A key for one act. Not `crypto.randomUUID`, which a page without TLS on another host does not have. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A day as many days from today. */
export const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
