import { commands } from '../../platform/graphql/commands.ts';
import { Body, FoundingAssembly, Rule } from '../bodies/body.type.ts';
import {
  BodyStepInput,
  CallFoundingAssemblyInput,
  CancelFoundingAssemblyInput,
  ChangeRuleInput,
  FoundBodyInput,
  MembersInput,
  PlanBodyInput,
  RecordAssemblyMinutesInput,
} from './founding.input.ts';
import { callFoundingAssembly, cancelFoundingAssembly, recordAssemblyMinutes } from './founding.writes.ts';
import { approveBody, dissolveBody, foundBody, planBody, prepareBody, resumeBody, suspendBody } from './body.writes.ts';
import { affiliateMembers, withdrawMembers } from './membership.writes.ts';
import { changeRule } from './rule.writes.ts';

export const foundingCommands = commands({
  planBody: {
    run: planBody,
    input: PlanBodyInput,
    answers: Body,
    description: `Plans a body for a class and a territory (law 50.17, art. 11); it is PLANNED. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT, FORBIDDEN, CONFLICT (BODY_EXISTS).`,
  },
  prepareBody: {
    run: prepareBody,
    input: BodyStepInput,
    answers: Body,
    description: `PLANNED to IN_PREPARATION, once a committee is formed. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NO_COMMITTEE).`,
  },
  callFoundingAssembly: {
    run: callFoundingAssembly,
    input: CallFoundingAssemblyInput,
    answers: FoundingAssembly,
    description: `Calls the founding assembly of a body IN_PREPARATION whose committee has drafted the statutes, with the notice of the rule ASSEMBLY_NOTICE_DAYS; a second call follows one without quorum, another first one an assembly that adopted nothing, or whose committee failed. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NO_COMMITTEE, ASSEMBLY_PENDING).`,
  },
  recordAssemblyMinutes: {
    run: recordAssemblyMinutes,
    input: RecordAssemblyMinutesInput,
    answers: FoundingAssembly,
    description: `Records an assembly of a body IN_PREPARATION: CALLED to HELD, or to NO_QUORUM (rules ASSEMBLY_QUORUM and ASSEMBLY_SECOND_QUORUM). Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NO_COMMITTEE where its committee failed); NO_QUORUM is BAD_USER_INPUT.`,
  },
  cancelFoundingAssembly: {
    run: cancelFoundingAssembly,
    input: CancelFoundingAssemblyInput,
    answers: FoundingAssembly,
    description: `Calls off an assembly that is CALLED. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  foundBody: {
    run: foundBody,
    input: FoundBodyInput,
    answers: Body,
    description: `Founds a body: IN_PREPARATION to FOUNDED, only when every condition of its readiness is met, on the day of its assembly; its committee is discharged. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NOT_READY for each condition that is missing, NO_PRESIDENT where the board has none).`,
  },
  approveBody: {
    run: approveBody,
    input: BodyStepInput,
    answers: Body,
    description: `FOUNDED to ACTIVE. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  suspendBody: {
    run: suspendBody,
    input: BodyStepInput,
    answers: Body,
    description: `ACTIVE to SUSPENDED. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  resumeBody: {
    run: resumeBody,
    input: BodyStepInput,
    answers: Body,
    description: `SUSPENDED to ACTIVE. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  dissolveBody: {
    run: dissolveBody,
    input: BodyStepInput,
    answers: Body,
    description: `Any state to DISSOLVED: memberships, seats and delegations end. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  affiliateMembers: {
    run: affiliateMembers,
    input: MembersInput,
    answers: Body,
    description: `Makes artisans members of a provincial body that is FOUNDED or ACTIVE: registered, practising a profession of the class in the province, and no member elsewhere. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, PROVINCIAL_ONLY); NOT_ELIGIBLE and MEMBER_ELSEWHERE are BAD_USER_INPUT with the path of each artisan.`,
  },
  withdrawMembers: {
    run: withdrawMembers,
    input: MembersInput,
    answers: Body,
    description: `Ends memberships in a provincial body. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, PROVINCIAL_ONLY, HOLDS_OFFICE with the path of each artisan); NO_MEMBER is BAD_USER_INPUT.`,
  },
  changeRule: {
    run: changeRule,
    input: ChangeRuleInput,
    answers: Rule,
    description: `Sets a threshold from a day on; the one that held ends on that day. For central officers. Refusals: BAD_USER_INPUT (RULE_UNKNOWN, RULE_OUT_OF_BOUNDS), FORBIDDEN (CENTRAL_ONLY), CONFLICT.`,
  },
});
