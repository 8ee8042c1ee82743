import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../graphql/context.ts';
import { Delegate, Seat } from '../bodies/index.ts';
import { Candidacy, Election } from './election.type.ts';
import {
  AddCandidacyInput,
  CallElectionInput,
  CancelElectionInput,
  CloseElectionInput,
  EndDelegationInput,
  FillSeatInput,
  RecordVotersInput,
  VacateSeatInput,
  WithdrawCandidacyInput,
} from './election.input.ts';
import { closeElection } from './count.writes.ts';
import { addCandidacy, callElection, cancelElection, recordVoters, withdrawCandidacy } from './election.writes.ts';
import { endDelegation, fillSeat, vacateSeat } from './seat.writes.ts';

@Resolver()
export class PollingResolver {
  @Mutation(() => Election, {
    nullable: true,
    description: `Calls an election: of a board for a body IN_PREPARATION, FOUNDED or ACTIVE, of delegates from the foundation on. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT (NOT_ELECTING, ELECTION_PENDING, NO_DELEGATES_ABOVE).`,
  })
  callElection(
    @Arg('input', () => CallElectionInput, { description: 'The election.' }) input: CallElectionInput,
    @Ctx() { scope }: Context,
  ): Promise<Election> {
    return scope.write('callElection', input, (write) => callElection(write, input));
  }

  @Mutation(() => Candidacy, {
    nullable: true,
    description: `Puts somebody forward who may vote: for a provincial body a registrant of the class in the province, and from the foundation on a member; above it a delegate of a body below. One candidacy in an election, one seat in a board, one delegation. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (WRONG_STATE, NOT_ELECTING, STANDS_ALREADY, ONE_SEAT, ONE_DELEGATION).`,
  })
  addCandidacy(
    @Arg('input', () => AddCandidacyInput, { description: 'Who, and for what.' }) input: AddCandidacyInput,
    @Ctx() { scope }: Context,
  ): Promise<Candidacy> {
    return scope.write('addCandidacy', input, (write) => addCandidacy(write, input));
  }

  @Mutation(() => Candidacy, {
    nullable: true,
    description: `Withdraws a candidacy before the count. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, WITHDRAWN).`,
  })
  withdrawCandidacy(
    @Arg('input', () => WithdrawCandidacyInput, { description: 'Which.' }) input: WithdrawCandidacyInput,
    @Ctx() { scope }: Context,
  ): Promise<Candidacy> {
    return scope.write('withdrawCandidacy', input, (write) => withdrawCandidacy(write, input));
  }

  @Mutation(() => Election, {
    nullable: true,
    description: `Records who has voted, never for whom; each once. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NOT_ELECTING); NO_ELECTOR and VOTED_ALREADY are BAD_USER_INPUT with the path of each.`,
  })
  recordVoters(
    @Arg('input', () => RecordVotersInput, { description: 'The voters.' }) input: RecordVotersInput,
    @Ctx() { scope }: Context,
  ): Promise<Election> {
    return scope.write('recordVoters', input, (write) => recordVoters(write, input));
  }

  @Mutation(() => Election, {
    nullable: true,
    description: `Counts an election: CALLED to CLOSED. Those elected are seated, or sent, for the term of the rule TERM_YEARS. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NOT_ELECTING where the body may not elect now, TIE until it is resolved, NO_ELECTOR and ONE_SEAT where somebody elected may not be seated any more and is to withdraw); COUNT_MISSING, NO_TURNOUT and TOO_MANY_VOTES are BAD_USER_INPUT.`,
  })
  closeElection(
    @Arg('input', () => CloseElectionInput, { description: 'The count.' }) input: CloseElectionInput,
    @Ctx() { scope }: Context,
  ): Promise<Election> {
    return scope.write('closeElection', input, (write) => closeElection(write, input));
  }

  @Mutation(() => Election, {
    nullable: true,
    description: `Calls off an election that is CALLED. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  cancelElection(
    @Arg('input', () => CancelElectionInput, { description: 'Which.' }) input: CancelElectionInput,
    @Ctx() { scope }: Context,
  ): Promise<Election> {
    return scope.write('cancelElection', input, (write) => cancelElection(write, input));
  }

  @Mutation(() => Seat, {
    nullable: true,
    description: `Makes a seat vacant: a resignation, a death. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, SEAT_VACANT).`,
  })
  vacateSeat(
    @Arg('input', () => VacateSeatInput, { description: 'Which.' }) input: VacateSeatInput,
    @Ctx() { scope }: Context,
  ): Promise<Seat> {
    return scope.write('vacateSeat', input, (write) => vacateSeat(write, input));
  }

  @Mutation(() => Seat, {
    nullable: true,
    description: `Gives a vacant seat to a replacement who may vote, for the rest of the term. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, SEAT_HELD, ONE_SEAT).`,
  })
  fillSeat(
    @Arg('input', () => FillSeatInput, { description: 'Who.' }) input: FillSeatInput,
    @Ctx() { scope }: Context,
  ): Promise<Seat> {
    return scope.write('fillSeat', input, (write) => fillSeat(write, input));
  }

  @Mutation(() => Delegate, {
    nullable: true,
    description: `Ends a delegation before its term; answers the delegate as it was. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  })
  endDelegation(
    @Arg('input', () => EndDelegationInput, { description: 'Which.' }) input: EndDelegationInput,
    @Ctx() { scope }: Context,
  ): Promise<Delegate> {
    return scope.write('endDelegation', input, (write) => endDelegation(write, input));
  }
}
