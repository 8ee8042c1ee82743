export { committeesBelow, committeesByIds } from './committee.reads.ts';
export { BodyLevel, CommitteeState } from './committee.rules.ts';
export { Committee, CommitteeConnection } from './committee.type.ts';
export { committeeMembersByIds } from './member.reads.ts';
