/** From how many numbers that were in the register already, entered by one officer on one day, the centre is informed. */
export const alertFrom = (limit: number): number => Math.ceil(limit / 2);
