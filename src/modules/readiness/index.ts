export { readinessesOf } from './readiness.reads.ts';
export type { Readiness } from './readiness.type.ts';
