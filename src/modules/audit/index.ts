export { headOf, linksOf } from './chain.reads.ts';
export { ChainVerifier } from './chain.rules.ts';
export { readLine, writtenLine } from './export.reads.ts';
