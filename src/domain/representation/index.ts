export { publishedSource } from './published-figure.reads.ts';
