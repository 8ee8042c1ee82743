import { entityFields } from '../territory/entity.fields.ts';
import { commands } from '../../platform/graphql/commands.ts';
import { COMMITTEE_REASONS } from './committee.reasons.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { DAY_REASONS } from '../../platform/errors/validators.ts';
import { NAME_REASONS } from '../../platform/errors/names.ts';
import {
  AddCommitteeMemberInput,
  FormCommitteeInput,
  DraftStatutesInput,
  FailCommitteeInput,
  PlanCommitteeInput,
  RemoveCommitteeMemberInput,
} from './committee.input.ts';
import { Committee, CommitteeListArgs, CommitteeConnection, CommitteeMember } from './committee.type.ts';
import {
  addCommitteeMember,
  formCommittee,
  draftStatutes,
  failCommittee,
  planCommittee,
  removeCommitteeMember,
} from './committee.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { committeesByIds, committeesIn, committeeMembersByIds } from './committee.reads.ts';
import { CommitteeResolver, CommitteeMemberResolver } from './committee.resolver.ts';
import { territoryList } from '../territory/territory-list.fields.ts';

const committeeCommands = commands({
  planCommittee: {
    run: planCommittee,
    input: PlanCommitteeInput,
    answers: Committee,
    refusals: [COMMITTEE_REASONS.COMMITTEE_EXISTS, NOMENCLATURE.NO_SUCH_CODE, TERRITORY.NO_SUCH_TERRITORY],
    description: `Plans a preparatory committee (law 50.17, art. 11); it is PLANNED. Needs the capture grant at the territory.`,
  },
  formCommittee: {
    run: formCommittee,
    input: FormCommitteeInput,
    answers: Committee,
    refusals: [
      ...NAME_REASONS,
      ...DAY_REASONS,
      COMMON.WRONG_STATE,
      COMMON.TOO_MANY,
      COMMITTEE_REASONS.MEMBER_NAMED,
      COMMITTEE_REASONS.MEMBER_NOT_ELIGIBLE,
      COMMITTEE_REASONS.MEMBER_REPEATED,
      COMMITTEE_REASONS.ONE_CHAIR,
    ],
    description: `Forms a committee: PLANNED to FORMED. Members who are artisans are registered in a profession of the class, in the territory. Needs the capture grant there.`,
  },
  addCommitteeMember: {
    run: addCommitteeMember,
    input: AddCommitteeMemberInput,
    answers: Committee,
    refusals: [
      ...NAME_REASONS,
      COMMON.WRONG_STATE,
      COMMON.TOO_MANY,
      COMMITTEE_REASONS.MEMBER_NAMED,
      COMMITTEE_REASONS.MEMBER_NOT_ELIGIBLE,
      COMMITTEE_REASONS.MEMBER_REPEATED,
      COMMITTEE_REASONS.ONE_CHAIR,
    ],
    description: `Adds a member to a committee that is FORMED or STATUTES_DRAFTED.`,
  },
  removeCommitteeMember: {
    run: removeCommitteeMember,
    input: RemoveCommitteeMemberInput,
    answers: Committee,
    refusals: [COMMON.WRONG_STATE, COMMITTEE_REASONS.ONE_CHAIR],
    description: `Removes a member who is not the chair; answers the committee.`,
  },
  draftStatutes: {
    run: draftStatutes,
    input: DraftStatutesInput,
    answers: Committee,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE, COMMITTEE_REASONS.COMMITTEE_QUORUM],
    description: `Records the draft of the statutes: FORMED to STATUTES_DRAFTED, with a quorum of half of the members.`,
  },
  failCommittee: {
    run: failCommittee,
    input: FailCommitteeInput,
    answers: Committee,
    refusals: [COMMON.WRONG_STATE, COMMITTEE_REASONS.MANDATE_RUNS],
    description: `Ends a committee without a foundation: after its mandate, or given up.`,
  },
});

export const committeesModule: Module = {
  tables: [() => import('./committee.table.ts')],
  nodes: {
    Committee: (scope, id) => scope.loader(committeesByIds).load(id),
    CommitteeMember: (scope, id) => scope.loader(committeeMembersByIds).load(id),
  },
  resolvers: [
    entityFields(Committee, {
      territory: 'The territory of the body that it prepares.',
      region: 'Its region; null for a national body.',
      province: 'Its province; null for a regional or national body.',
    }),
    entityFields(CommitteeMember, { region: 'The region of the committee; null for a national one.' }),
    CommitteeResolver,
    CommitteeMemberResolver,
    committeeCommands,
    territoryList('committees', {
      args: CommitteeListArgs,
      connection: CommitteeConnection,
      list: committeesIn,
      description:
        'The preparatory committees here, of every level, as far as the viewer may read them; those of a province are its own only. Needs the records grant.',
    }),
  ],
};
