import { commands } from '../../platform/graphql/commands.ts';
import {
  AddCommitteeMemberInput,
  ConstituteCommitteeInput,
  DraftStatutesInput,
  FailCommitteeInput,
  PlanCommitteeInput,
  RemoveCommitteeMemberInput,
} from './committee.input.ts';
import { Committee } from './committee.type.ts';
import {
  addCommitteeMember,
  constituteCommittee,
  draftStatutes,
  failCommittee,
  planCommittee,
  removeCommitteeMember,
} from './committee.writes.ts';

export const committeeCommands = commands({
  planCommittee: {
    run: planCommittee,
    input: PlanCommitteeInput,
    answers: Committee,
    description: `Plans a preparatory committee (law 50.17, art. 11); it is PLANNED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT, FORBIDDEN, CONFLICT (COMMITTEE_EXISTS).`,
  },
  constituteCommittee: {
    run: constituteCommittee,
    input: ConstituteCommitteeInput,
    answers: Committee,
    description: `Forms a committee: PLANNED to FORMED. Members who are artisans are registered in a profession of the class, in the territory. Needs the capture grant there. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  addCommitteeMember: {
    run: addCommitteeMember,
    input: AddCommitteeMemberInput,
    answers: Committee,
    description: `Adds a member to a committee that is FORMED or STATUTES_DRAFTED. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  removeCommitteeMember: {
    run: removeCommitteeMember,
    input: RemoveCommitteeMemberInput,
    answers: Committee,
    description: `Removes a member who is not the chair; answers the committee. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, ONE_CHAIR).`,
  },
  draftStatutes: {
    run: draftStatutes,
    input: DraftStatutesInput,
    answers: Committee,
    description: `Records the draft of the statutes: FORMED to STATUTES_DRAFTED, with a quorum of half of the members. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE); COMMITTEE_QUORUM is BAD_USER_INPUT.`,
  },
  failCommittee: {
    run: failCommittee,
    input: FailCommitteeInput,
    answers: Committee,
    description: `Ends a committee without a foundation: after its mandate, or given up. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, MANDATE_RUNS).`,
  },
});
