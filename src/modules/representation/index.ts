export { publishedSource } from './published-figure.reads.ts';
export { differencesIn } from './recount.reads.ts';
