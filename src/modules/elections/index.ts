export { candidaciesByIds, electionsByIds } from './election.reads.ts';
