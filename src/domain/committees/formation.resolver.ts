import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
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

@Resolver()
export class FormationResolver {
  @Mutation(() => Committee, {
    nullable: true,
    description: `Plans a preparatory committee (law 50.17, art. 11); it is PLANNED. Needs the capture grant at the territory. Refusals: BAD_USER_INPUT, FORBIDDEN, CONFLICT (COMMITTEE_EXISTS).`,
  })
  planCommittee(
    @Arg('input', () => PlanCommitteeInput, { description: 'The committee.' }) input: PlanCommitteeInput,
    @Ctx() { scope }: Context,
  ): Promise<Committee> {
    return scope.write('planCommittee', input, (write) => planCommittee(write, input));
  }

  @Mutation(() => Committee, {
    nullable: true,
    description: `Forms a committee: PLANNED to FORMED. Members who are artisans are registered in a profession of the class, in the territory. Needs the capture grant there. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  constituteCommittee(
    @Arg('input', () => ConstituteCommitteeInput, { description: 'Its members.' }) input: ConstituteCommitteeInput,
    @Ctx() { scope }: Context,
  ): Promise<Committee> {
    return scope.write('constituteCommittee', input, (write) => constituteCommittee(write, input));
  }

  @Mutation(() => Committee, {
    nullable: true,
    description: `Adds a member to a committee that is FORMED or STATUTES_DRAFTED. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  addCommitteeMember(
    @Arg('input', () => AddCommitteeMemberInput, { description: 'The member.' }) input: AddCommitteeMemberInput,
    @Ctx() { scope }: Context,
  ): Promise<Committee> {
    return scope.write('addCommitteeMember', input, (write) => addCommitteeMember(write, input));
  }

  @Mutation(() => Committee, {
    nullable: true,
    description: `Removes a member who is not the chair; answers the committee. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, ONE_CHAIR).`,
  })
  removeCommitteeMember(
    @Arg('input', () => RemoveCommitteeMemberInput, { description: 'Who leaves.' }) input: RemoveCommitteeMemberInput,
    @Ctx() { scope }: Context,
  ): Promise<Committee> {
    return scope.write('removeCommitteeMember', input, (write) => removeCommitteeMember(write, input));
  }

  @Mutation(() => Committee, {
    nullable: true,
    description: `Records the draft of the statutes: FORMED to STATUTES_DRAFTED, with a quorum of half of the members. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE); COMMITTEE_QUORUM is BAD_USER_INPUT.`,
  })
  draftStatutes(
    @Arg('input', () => DraftStatutesInput, { description: 'The draft.' }) input: DraftStatutesInput,
    @Ctx() { scope }: Context,
  ): Promise<Committee> {
    return scope.write('draftStatutes', input, (write) => draftStatutes(write, input));
  }

  @Mutation(() => Committee, {
    nullable: true,
    description: `Ends a committee without a foundation: after its mandate, or given up. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, MANDATE_RUNS).`,
  })
  failCommittee(
    @Arg('input', () => FailCommitteeInput, { description: 'Which.' }) input: FailCommitteeInput,
    @Ctx() { scope }: Context,
  ): Promise<Committee> {
    return scope.write('failCommittee', input, (write) => failCommittee(write, input));
  }
}
