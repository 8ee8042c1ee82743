import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { FOUNDING } from './founding.reasons.ts';
import { NOMENCLATURE } from '../professions/profession.reasons.ts';
import { REGISTER } from '../register/register.reasons.ts';
import { TERRITORY } from '../territory/territory.reasons.ts';
import { DAY_REASONS, TEXT_REASONS } from '../../platform/errors/validators.ts';
import { Body, FoundingAssembly } from '../bodies/body.type.ts';
import {
  PrepareBodyInput,
  ApproveBodyInput,
  SuspendBodyInput,
  ResumeBodyInput,
  DissolveBodyInput,
  CallFoundingAssemblyInput,
  CancelFoundingAssemblyInput,
  FoundBodyInput,
  AffiliateMembersInput,
  WithdrawMembersInput,
  PlanBodyInput,
  RecordAssemblyMinutesInput,
} from './founding.input.ts';
import { callFoundingAssembly, cancelFoundingAssembly, recordAssemblyMinutes } from './founding.writes.ts';
import { approveBody, dissolveBody, foundBody, planBody, prepareBody, resumeBody, suspendBody } from './body.writes.ts';
import { affiliateMembers, withdrawMembers } from './membership.writes.ts';
import type { Module } from '../../platform/graphql/module.ts';

const foundingCommands = commands({
  planBody: {
    run: planBody,
    input: PlanBodyInput,
    answers: Body,
    refusals: [FOUNDING.BODY_EXISTS, NOMENCLATURE.NO_SUCH_CODE, TERRITORY.NO_SUCH_TERRITORY],
    description: `Plans a body for a class and a territory (law 50.17, art. 11); it is PLANNED. Needs the capture grant at its territory.`,
  },
  prepareBody: {
    run: prepareBody,
    input: PrepareBodyInput,
    answers: Body,
    refusals: [COMMON.DAY_IN_FUTURE, COMMON.WRONG_STATE, FOUNDING.NO_COMMITTEE],
    description: `PLANNED to IN_PREPARATION, once a committee is formed. Needs the capture grant at its territory.`,
  },
  callFoundingAssembly: {
    run: callFoundingAssembly,
    input: CallFoundingAssemblyInput,
    answers: FoundingAssembly,
    refusals: [
      ...TEXT_REASONS,
      ...DAY_REASONS,
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      FOUNDING.ASSEMBLY_PENDING,
      FOUNDING.CONVENED_MISMATCH,
      FOUNDING.NOTICE_TOO_SHORT,
      FOUNDING.NO_COMMITTEE,
    ],
    description: `Calls the founding assembly of a body IN_PREPARATION whose committee has drafted the statutes, with the notice of the rule ASSEMBLY_NOTICE_DAYS; a second call follows one without quorum, another first one an assembly that adopted nothing, or whose committee failed. Needs the capture grant at its territory.`,
  },
  recordAssemblyMinutes: {
    run: recordAssemblyMinutes,
    input: RecordAssemblyMinutesInput,
    answers: FoundingAssembly,
    refusals: [
      COMMON.DAY_IN_FUTURE,
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      FOUNDING.MORE_THAN_CONVENED,
      FOUNDING.NO_COMMITTEE,
      FOUNDING.NO_QUORUM,
    ],
    description: `Records an assembly of a body IN_PREPARATION: CALLED to HELD, or to NO_QUORUM (rules ASSEMBLY_QUORUM and ASSEMBLY_SECOND_QUORUM). Needs the capture grant at its territory. Refused with NO_COMMITTEE where its committee failed.`,
  },
  cancelFoundingAssembly: {
    run: cancelFoundingAssembly,
    input: CancelFoundingAssemblyInput,
    answers: FoundingAssembly,
    refusals: [COMMON.WRONG_STATE],
    description: `Calls off an assembly that is CALLED. Needs the capture grant at its territory.`,
  },
  foundBody: {
    run: foundBody,
    input: FoundBodyInput,
    answers: Body,
    refusals: [COMMON.WRONG_STATE, FOUNDING.NOT_READY, FOUNDING.NO_COMMITTEE, FOUNDING.NO_PRESIDENT],
    description: `Founds a body: IN_PREPARATION to FOUNDED, only when every condition of its readiness is met, on the day of its assembly; its committee is discharged. Needs the capture grant at its territory. NOT_READY names each condition that is missing.`,
  },
  approveBody: {
    run: approveBody,
    input: ApproveBodyInput,
    answers: Body,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE, FOUNDING.NOT_OF_A_PROVINCE],
    description: `FOUNDED to ACTIVE. For officers of the region or the centre.`,
  },
  suspendBody: {
    run: suspendBody,
    input: SuspendBodyInput,
    answers: Body,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE, FOUNDING.NOT_OF_A_PROVINCE],
    description: `ACTIVE to SUSPENDED. For officers of the region or the centre.`,
  },
  resumeBody: {
    run: resumeBody,
    input: ResumeBodyInput,
    answers: Body,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE, FOUNDING.NOT_OF_A_PROVINCE],
    description: `SUSPENDED to ACTIVE. For officers of the region or the centre.`,
  },
  dissolveBody: {
    run: dissolveBody,
    input: DissolveBodyInput,
    answers: Body,
    refusals: [...DAY_REASONS, COMMON.WRONG_STATE, FOUNDING.NOT_OF_A_PROVINCE],
    description: `Any state to DISSOLVED: memberships, seats and delegations end. For officers of the region or the centre.`,
  },
  affiliateMembers: {
    run: affiliateMembers,
    input: AffiliateMembersInput,
    answers: Body,
    refusals: [
      ...DAY_REASONS,
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      COMMON.TOO_MANY,
      FOUNDING.MEMBER_ELSEWHERE,
      FOUNDING.NOT_ELIGIBLE,
      FOUNDING.PROVINCIAL_ONLY,
    ],
    description: `Makes artisans members of a provincial body that is FOUNDED or ACTIVE: registered, practising a profession of the class in the province, and no member elsewhere. Needs the capture grant at its territory.`,
  },
  withdrawMembers: {
    run: withdrawMembers,
    input: WithdrawMembersInput,
    answers: Body,
    refusals: [
      ...DAY_REASONS,
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      COMMON.TOO_MANY,
      FOUNDING.NO_MEMBER,
      FOUNDING.PROVINCIAL_ONLY,
      REGISTER.HOLDS_OFFICE,
    ],
    description: `Ends memberships in a provincial body. Needs the capture grant at its territory.`,
  },
});

export const foundingModule: Module = {
  resolvers: [foundingCommands],
};
