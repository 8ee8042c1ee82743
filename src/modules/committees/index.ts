export { committeesBelow, committeesByIds, liveCommitteeOf } from './committee.reads.ts';
export { BodyLevel } from './committee.rules.ts';
export { Committee, CommitteeConnection } from './committee.type.ts';
export { dischargeCommittee } from './committee.writes.ts';
export { committeeMembersByIds } from './member.reads.ts';
export { unlinkMembers } from './member.writes.ts';
