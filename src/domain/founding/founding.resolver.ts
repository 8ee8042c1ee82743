import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Body, FoundingAssembly, Rule } from '../bodies/index.ts';
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
import { callFoundingAssembly, cancelFoundingAssembly, recordAssemblyMinutes } from './assembly.writes.ts';
import { approveBody, dissolveBody, foundBody, planBody, prepareBody, resumeBody, suspendBody } from './body.writes.ts';
import { affiliateMembers, withdrawMembers } from './membership.writes.ts';
import { changeRule } from './rule.writes.ts';

@Resolver()
export class FoundingResolver {
  @Mutation(() => Body, {
    nullable: true,
    description: `Plans a body for a class and a territory (law 50.17, art. 11); it is PLANNED. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT, FORBIDDEN, CONFLICT (BODY_EXISTS).`,
  })
  planBody(
    @Arg('input', () => PlanBodyInput, { description: 'The body.' }) input: PlanBodyInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('planBody', input, (write) => planBody(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `PLANNED to IN_PREPARATION, once a committee is formed. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NO_COMMITTEE).`,
  })
  prepareBody(
    @Arg('input', () => BodyStepInput, { description: 'Which.' }) input: BodyStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('prepareBody', input, (write) => prepareBody(write, input));
  }

  @Mutation(() => FoundingAssembly, {
    nullable: true,
    description: `Calls the founding assembly of a body IN_PREPARATION whose committee has drafted the statutes, with the notice of the rule ASSEMBLY_NOTICE_DAYS; a second call follows one without quorum, another first one an assembly that adopted nothing, or whose committee failed. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NO_COMMITTEE, ASSEMBLY_PENDING).`,
  })
  callFoundingAssembly(
    @Arg('input', () => CallFoundingAssemblyInput, { description: 'The call.' }) input: CallFoundingAssemblyInput,
    @Ctx() { scope }: Context,
  ): Promise<FoundingAssembly> {
    return scope.write('callFoundingAssembly', input, (write) => callFoundingAssembly(write, input));
  }

  @Mutation(() => FoundingAssembly, {
    nullable: true,
    description: `Records an assembly of a body IN_PREPARATION: CALLED to HELD, or to NO_QUORUM (rules ASSEMBLY_QUORUM and ASSEMBLY_SECOND_QUORUM). Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NO_COMMITTEE where its committee failed); NO_QUORUM is BAD_USER_INPUT.`,
  })
  recordAssemblyMinutes(
    @Arg('input', () => RecordAssemblyMinutesInput, { description: 'The minutes.' }) input: RecordAssemblyMinutesInput,
    @Ctx() { scope }: Context,
  ): Promise<FoundingAssembly> {
    return scope.write('recordAssemblyMinutes', input, (write) => recordAssemblyMinutes(write, input));
  }

  @Mutation(() => FoundingAssembly, {
    nullable: true,
    description: `Calls off an assembly that is CALLED. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  cancelFoundingAssembly(
    @Arg('input', () => CancelFoundingAssemblyInput, { description: 'Which.' }) input: CancelFoundingAssemblyInput,
    @Ctx() { scope }: Context,
  ): Promise<FoundingAssembly> {
    return scope.write('cancelFoundingAssembly', input, (write) => cancelFoundingAssembly(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `Founds a body: IN_PREPARATION to FOUNDED, only when every condition of its readiness is met, on the day of its assembly; its committee is discharged. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NOT_READY for each condition that is missing, NO_PRESIDENT where the board has none).`,
  })
  foundBody(
    @Arg('input', () => FoundBodyInput, { description: 'Which.' }) input: FoundBodyInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('foundBody', input, (write) => foundBody(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `FOUNDED to ACTIVE. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  approveBody(
    @Arg('input', () => BodyStepInput, { description: 'Which.' }) input: BodyStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('approveBody', input, (write) => approveBody(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `ACTIVE to SUSPENDED. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  suspendBody(
    @Arg('input', () => BodyStepInput, { description: 'Which.' }) input: BodyStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('suspendBody', input, (write) => suspendBody(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `SUSPENDED to ACTIVE. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  resumeBody(
    @Arg('input', () => BodyStepInput, { description: 'Which.' }) input: BodyStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('resumeBody', input, (write) => resumeBody(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `Any state to DISSOLVED: memberships, seats and delegations end. For officers of the region or the centre. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  dissolveBody(
    @Arg('input', () => BodyStepInput, { description: 'Which.' }) input: BodyStepInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('dissolveBody', input, (write) => dissolveBody(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `Makes artisans members of a provincial body that is FOUNDED or ACTIVE: registered, practising a profession of the class in the province, and no member elsewhere. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, PROVINCIAL_ONLY); NOT_ELIGIBLE and MEMBER_ELSEWHERE are BAD_USER_INPUT with the path of each artisan.`,
  })
  affiliateMembers(
    @Arg('input', () => MembersInput, { description: 'The members.' }) input: MembersInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('affiliateMembers', input, (write) => affiliateMembers(write, input));
  }

  @Mutation(() => Body, {
    nullable: true,
    description: `Ends memberships in a provincial body. Needs the capture grant at its territory. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, PROVINCIAL_ONLY, HOLDS_OFFICE with the path of each artisan); NO_MEMBER is BAD_USER_INPUT.`,
  })
  withdrawMembers(
    @Arg('input', () => MembersInput, { description: 'The members.' }) input: MembersInput,
    @Ctx() { scope }: Context,
  ): Promise<Body> {
    return scope.write('withdrawMembers', input, (write) => withdrawMembers(write, input));
  }

  @Mutation(() => Rule, {
    nullable: true,
    description: `Sets a threshold from a day on; the one that held ends on that day. For central officers. Refusals: BAD_USER_INPUT (RULE_UNKNOWN, RULE_OUT_OF_BOUNDS), FORBIDDEN (CENTRAL_ONLY), CONFLICT.`,
  })
  changeRule(
    @Arg('input', () => ChangeRuleInput, { description: 'The rule.' }) input: ChangeRuleInput,
    @Ctx() { scope }: Context,
  ): Promise<Rule> {
    return scope.write('changeRule', input, (write) => changeRule(write, input));
  }
}
