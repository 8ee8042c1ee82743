/** Whether a piece of reference data stands in a source or is assumed until the official text is found. */
export const Mark = { REPORTED: 'REPORTED', ASSUMED: 'ASSUMED' } as const;
export type Mark = keyof typeof Mark;
