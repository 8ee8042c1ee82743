export { committeesBelow, committeesByIds } from './committee.reads.ts';
export { BodyLevel } from './committee.rules.ts';
export { CommitteeConnection } from './committee.type.ts';
export { committeeMembersByIds } from './member.reads.ts';
