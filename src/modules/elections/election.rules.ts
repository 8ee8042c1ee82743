import type { StateMachine } from '../../platform/errors/state-machine.ts';

/** An election fills the offices of a board, or sends delegates to the body above. */
export const ElectionKind = { BOARD: 'BOARD', DELEGATES: 'DELEGATES' } as const;
export type ElectionKind = keyof typeof ElectionKind;

export const ElectionState = { CALLED: 'CALLED', CLOSED: 'CLOSED', CANCELLED: 'CANCELLED' } as const;
export type ElectionState = keyof typeof ElectionState;

/** How a tie was resolved; the statutes say which, and they were not found. */
export const TieMethod = { LOT: 'LOT', SENIORITY: 'SENIORITY', RUNOFF: 'RUNOFF' } as const;
export type TieMethod = keyof typeof TieMethod;

export type ElectionEvent = 'change' | 'close' | 'cancel';

export const ELECTION_LIFE: StateMachine<ElectionState, ElectionEvent> = {
  CALLED: { change: 'CALLED', close: 'CLOSED', cancel: 'CANCELLED' },
  CLOSED: {},
  CANCELLED: {},
};

export interface Counted {
  readonly id: number;
  readonly votes: number;
}

export interface Outcome {
  /** Who is elected, whatever a tie is resolved to. */
  readonly elected: readonly number[];
  /** Who shares the last places with the same number of votes; none where there is no tie. */
  readonly tied: readonly number[];
  /** How many places the tied share. */
  readonly places: number;
}

/** Those with the most votes, as many as there are seats; without a vote no one is elected. */
export function outcomeOf(candidates: readonly Counted[], seats: number): Outcome {
  const ranked = candidates.filter(({ votes }) => votes > 0).toSorted((one, other) => other.votes - one.votes);
  const last = ranked[seats - 1]?.votes;
  if (seats < 1 || last === undefined || ranked[seats]?.votes !== last) {
    return { elected: ranked.slice(0, Math.max(seats, 0)).map(({ id }) => id), tied: [], places: 0 };
  }
  const above = ranked.filter(({ votes }) => votes > last).map(({ id }) => id);
  const tied = ranked.filter(({ votes }) => votes === last).map(({ id }) => id);
  return { elected: above, tied, places: seats - above.length };
}

/** Whether the votes that were counted can have been cast: an elector has one for each seat at most. */
export const isPossible = (
  votes: number,
  { blank, turnout, seats }: { blank: number; turnout: number; seats: number },
) => votes + blank * seats <= turnout * seats;

/** The day on which a term of years ends; a leap day ends on the first of March. */
export function termEnd(from: string, years: number): string {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return day.toISOString().slice(0, 10);
}
