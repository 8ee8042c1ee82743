export { handOversByIds } from './hand-over.reads.ts';
