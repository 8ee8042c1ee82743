export { headOf, linksOf } from './chain.reads.ts';
export { ChainWalk, type Break, type Link } from './chain.rules.ts';
export { readLine, writtenLine } from './export.reads.ts';
