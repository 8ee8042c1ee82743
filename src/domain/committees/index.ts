export { BodyLevel, CommitteeState } from './committee.rules.ts';
