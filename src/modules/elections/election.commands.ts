import { commands } from '../../platform/graphql/commands.ts';
import { Delegate, Seat } from '../bodies/board.type.ts';
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

export const electionCommands = commands({
  callElection: {
    run: callElection,
    input: CallElectionInput,
    answers: Election,
    description: `Calls an election: of a board for a body IN_PREPARATION, FOUNDED or ACTIVE, of delegates from the foundation on. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT (NOT_ELECTING, ELECTION_PENDING, NO_DELEGATES_ABOVE).`,
  },
  addCandidacy: {
    run: addCandidacy,
    input: AddCandidacyInput,
    answers: Candidacy,
    description: `Puts forward a person who may vote: for a provincial body a registrant of the class in the province, and from the foundation on a member; above it a delegate of a body below. One candidacy in an election, one seat in a board, one delegation. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (WRONG_STATE, NOT_ELECTING, STANDS_ALREADY, ONE_SEAT, ONE_DELEGATION).`,
  },
  withdrawCandidacy: {
    run: withdrawCandidacy,
    input: WithdrawCandidacyInput,
    answers: Candidacy,
    description: `Withdraws a candidacy before the count. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, WITHDRAWN).`,
  },
  recordVoters: {
    run: recordVoters,
    input: RecordVotersInput,
    answers: Election,
    description: `Records who has voted, never for whom; each once. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NOT_ELECTING); NO_ELECTOR and VOTED_ALREADY are BAD_USER_INPUT with the path of each.`,
  },
  closeElection: {
    run: closeElection,
    input: CloseElectionInput,
    answers: Election,
    description: `Counts an election: CALLED to CLOSED. Those elected are seated, or sent, for the term of the rule TERM_YEARS. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, NOT_ELECTING where the body may not elect now, TIE until it is resolved, NO_ELECTOR and ONE_SEAT where a person who is elected may not be seated any more and has to withdraw); COUNT_MISSING, NO_TURNOUT and TOO_MANY_VOTES are BAD_USER_INPUT.`,
  },
  cancelElection: {
    run: cancelElection,
    input: CancelElectionInput,
    answers: Election,
    description: `Calls off an election that is CALLED. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
  vacateSeat: {
    run: vacateSeat,
    input: VacateSeatInput,
    answers: Seat,
    description: `Makes a seat vacant: a resignation, a death. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, SEAT_VACANT).`,
  },
  fillSeat: {
    run: fillSeat,
    input: FillSeatInput,
    answers: Seat,
    description: `Gives a vacant seat to a replacement who may vote, for the rest of the term. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE, SEAT_HELD, ONE_SEAT).`,
  },
  endDelegation: {
    run: endDelegation,
    input: EndDelegationInput,
    answers: Delegate,
    description: `Ends a delegation before its term; answers the delegate as it was. Needs the capture grant at the territory of the body. Refusals: BAD_USER_INPUT with every fault, NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION, WRONG_STATE).`,
  },
});
