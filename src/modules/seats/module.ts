import { commands } from '../../platform/graphql/commands.ts';
import type { Module } from '../../platform/graphql/module.ts';
import { COMMON } from '../../platform/errors/common.reasons.ts';
import { DAY_REASONS } from '../../platform/errors/validators.ts';
import { Delegate, Seat } from '../bodies/board.type.ts';
import { ELECTION_REASONS } from '../elections/election.reasons.ts';
import { Election } from '../elections/election.type.ts';
import { CloseElectionInput, EndDelegationInput, FillSeatInput, VacateSeatInput } from './seat.input.ts';
import { SEAT_REASONS } from './seat.reasons.ts';
import { closeElection, endDelegation, fillSeat, vacateSeat } from './seat.writes.ts';

const seatCommands = commands({
  closeElection: {
    run: closeElection,
    input: CloseElectionInput,
    answers: Election,
    refusals: [
      ...DAY_REASONS,
      COMMON.WRONG_STATE,
      COMMON.NOT_POSITIVE,
      SEAT_REASONS.COUNT_MISSING,
      SEAT_REASONS.NOTHING_TO_FILL,
      ELECTION_REASONS.NOT_ELECTING,
      ELECTION_REASONS.NO_ELECTOR,
      SEAT_REASONS.NO_TURNOUT,
      ELECTION_REASONS.ONE_SEAT,
      SEAT_REASONS.TIE,
      SEAT_REASONS.TOO_MANY_VOTES,
    ],
    description: `Counts an election: CALLED to CLOSED. Those elected are seated, or sent, for the term of the rule TERM_YEARS. Needs the capture grant at the territory of the body. A person who is elected but may not be seated any more (NO_ELECTOR, ONE_SEAT) withdraws first; a TIE is resolved first.`,
  },
  vacateSeat: {
    run: vacateSeat,
    input: VacateSeatInput,
    answers: Seat,
    refusals: [SEAT_REASONS.SEAT_VACANT],
    description: `Makes a seat vacant: a resignation, a death. Needs the capture grant at the territory of the body.`,
  },
  fillSeat: {
    run: fillSeat,
    input: FillSeatInput,
    answers: Seat,
    refusals: [COMMON.DAY_IN_FUTURE, ELECTION_REASONS.NO_ELECTOR, ELECTION_REASONS.ONE_SEAT, SEAT_REASONS.SEAT_HELD],
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

export const seatsModule: Module = { resolvers: [seatCommands] };
