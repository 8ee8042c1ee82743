export { milestonesByIds } from './milestone.reads.ts';
export { phasesByIds } from './phase.reads.ts';
