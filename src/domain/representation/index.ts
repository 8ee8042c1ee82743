export { publishedSource } from './published-figure.reads.ts';
export { differencesIn, type Difference } from './recount.reads.ts';
