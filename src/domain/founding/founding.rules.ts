const SHARES = new Set(['ASSEMBLY_QUORUM', 'ASSEMBLY_SECOND_QUORUM', 'BASE_BODIES_SHARE']);
const FLAGS = new Set(['WAVE_OPEN', 'STATUTES_ADOPTED', 'DELEGATES_ELECTED']);
const LARGEST = 1_000_000;

/** The least and the most that a threshold may be: shares and flags from 0 to 1, counts, days and years from 0. */
export const boundsOf = (code: string): readonly [number, number] =>
  SHARES.has(code) || FLAGS.has(code) ? [0, 1] : [0, LARGEST];
