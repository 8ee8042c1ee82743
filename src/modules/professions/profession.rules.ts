/** Whether a piece of reference data stands in a source or is assumed until the official text is found. */
export const SourceStatus = { REPORTED: 'REPORTED', ASSUMED: 'ASSUMED' } as const;
export type SourceStatus = keyof typeof SourceStatus;
