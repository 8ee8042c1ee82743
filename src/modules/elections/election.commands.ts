import { commands } from '../../platform/graphql/commands.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { ELECTION_REASONS } from './election.reasons.ts';
import { DAY_REASONS } from '../../platform/errors/validators.ts';
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
    refusals: [
      ...DAY_REASONS,
      ELECTION_REASONS.ELECTION_PENDING,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_DELEGATES_ABOVE,
    ],
    description: `Calls an election: of a board for a body IN_PREPARATION, FOUNDED or ACTIVE, of delegates from the foundation on. Needs the capture grant at the territory of the body.`,
  },
  addCandidacy: {
    run: addCandidacy,
    input: AddCandidacyInput,
    answers: Candidacy,
    refusals: [
      COMMON.WRONG_STATE,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_ELECTOR,
      ELECTION_REASONS.OFFICE_NEEDED,
      ELECTION_REASONS.ONE_DELEGATION,
      ELECTION_REASONS.ONE_SEAT,
      ELECTION_REASONS.STANDS_ALREADY,
    ],
    description: `Puts forward a person who may vote: for a provincial body a registrant of the class in the province, and from the foundation on a member; above it a delegate of a body below. One candidacy in an election, one seat in a board, one delegation. Needs the capture grant at the territory of the body.`,
  },
  withdrawCandidacy: {
    run: withdrawCandidacy,
    input: WithdrawCandidacyInput,
    answers: Candidacy,
    refusals: [COMMON.WRONG_STATE, ELECTION_REASONS.WITHDRAWN],
    description: `Withdraws a candidacy before the count. Needs the capture grant at the territory of the body.`,
  },
  recordVoters: {
    run: recordVoters,
    input: RecordVotersInput,
    answers: Election,
    refusals: [
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      COMMON.TOO_MANY,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_ELECTOR,
      ELECTION_REASONS.VOTED_ALREADY,
    ],
    description: `Records who has voted, never for whom; each once. Needs the capture grant at the territory of the body.`,
  },
  closeElection: {
    run: closeElection,
    input: CloseElectionInput,
    answers: Election,
    refusals: [
      ...DAY_REASONS,
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      ELECTION_REASONS.COUNT_MISSING,
      ELECTION_REASONS.NOTHING_TO_FILL,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_ELECTOR,
      ELECTION_REASONS.NO_TURNOUT,
      ELECTION_REASONS.ONE_SEAT,
      ELECTION_REASONS.TIE,
      ELECTION_REASONS.TOO_MANY_VOTES,
    ],
    description: `Counts an election: CALLED to CLOSED. Those elected are seated, or sent, for the term of the rule TERM_YEARS. Needs the capture grant at the territory of the body. A person who is elected but may not be seated any more (NO_ELECTOR, ONE_SEAT) withdraws first; a TIE is resolved first.`,
  },
  cancelElection: {
    run: cancelElection,
    input: CancelElectionInput,
    answers: Election,
    refusals: [COMMON.WRONG_STATE],
    description: `Calls off an election that is CALLED. Needs the capture grant at the territory of the body.`,
  },
  vacateSeat: {
    run: vacateSeat,
    input: VacateSeatInput,
    answers: Seat,
    refusals: [ELECTION_REASONS.SEAT_VACANT],
    description: `Makes a seat vacant: a resignation, a death. Needs the capture grant at the territory of the body.`,
  },
  fillSeat: {
    run: fillSeat,
    input: FillSeatInput,
    answers: Seat,
    refusals: [
      COMMON.DAY_IN_FUTURE,
      ELECTION_REASONS.NO_ELECTOR,
      ELECTION_REASONS.ONE_SEAT,
      ELECTION_REASONS.SEAT_HELD,
    ],
    description: `Gives a vacant seat to a replacement who may vote, for the rest of the term. Needs the capture grant at the territory of the body.`,
  },
  endDelegation: {
    run: endDelegation,
    input: EndDelegationInput,
    answers: Delegate,
    refusals: [],
    description: `Ends a delegation before its term; answers the delegate as it was. Needs the capture grant at the territory of the body.`,
  },
});
