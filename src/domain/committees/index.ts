export { committeesBelow, committeesByIds, liveCommitteeOf } from './committee.reads.ts';
export { BodyLevel } from './committee.rules.ts';
export { Committee, CommitteeConnection } from './committee.type.ts';
export { dischargeCommittee } from './committee.writes.ts';
export { committeeMembersByIds } from './member.reads.ts';
export { isEligible } from './member.writes.ts';
