import { COMMON } from '../../platform/errors/common.reasons.ts';
import type { Violation } from '../../platform/errors/domain-error.ts';
import { dayOf, validateDay } from '../../platform/errors/validators.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { globalId } from '../../platform/lib/global-id.ts';
import type { Candidacy, Election } from '../elections/election.type.ts';
import { SEAT_REASONS } from './seat.reasons.ts';

/** How a tie was resolved; the statutes say which, and they were not found. */
export const TieMethod = { LOT: 'LOT', SENIORITY: 'SENIORITY', RUNOFF: 'RUNOFF' } as const;
export type TieMethod = keyof typeof TieMethod;

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

/** How many votes each candidate got, and how ties were resolved. */
interface Minutes {
  readonly counts: readonly { readonly candidacyId: string; readonly votes: number }[];
  readonly blank?: number | null;
  readonly heldOn?: string | null;
  readonly tieResolution?: { readonly elected: readonly string[] } | null;
}

/** Candidates for the same places: of one office, or all who would be delegates. */
export interface Contest {
  readonly officeId: number | null;
  readonly seats: number;
  readonly candidates: readonly Candidacy[];
}

type Votes = ReadonlyMap<string, number>;

export const idOf = ({ id }: Candidacy): string => globalId('Candidacy', Number(id));
const sumOf = (contest: Contest, votes: Votes): number =>
  contest.candidates.reduce((sum, candidacy) => sum + (votes.get(idOf(candidacy)) ?? 0), 0);

/** What is wrong with a count: each candidate once, and no more votes than can have been cast. */
export function countFaults(input: Minutes, election: Election, contests: readonly Contest[]): Violations {
  const votes = new Map(input.counts.map((count) => [count.candidacyId, count.votes]));
  const standing = contests.flatMap(({ candidates }) => candidates.map(idOf));
  const missing = standing.filter((id) => !votes.has(id)).length;
  const repeated = input.counts.length - votes.size + [...votes.keys()].filter((id) => !standing.includes(id)).length;
  const faults = new Violations();
  const count = missing + repeated;
  faults.addIf(count > 0, 'input.counts', SEAT_REASONS.COUNT_MISSING, { count });
  faults.addIf(
    input.counts.some((one) => one.votes < 0) || (input.blank ?? 0) < 0,
    'input.counts',
    COMMON.NOT_POSITIVE,
  );
  faults.addIf(election.turnout === 0, 'input.electionId', SEAT_REASONS.NO_TURNOUT);
  for (const contest of contests) {
    const { seats } = contest;
    const { turnout } = election;
    faults.addIf(seats < 1, 'input.electionId', SEAT_REASONS.NOTHING_TO_FILL);
    const cast = sumOf(contest, votes);
    const possible = isPossible(cast, { blank: input.blank ?? 0, turnout, seats: Math.max(seats, 1) });
    faults.addIf(!possible, 'input.counts', SEAT_REASONS.TOO_MANY_VOTES, { votes: cast, turnout, seats });
  }
  faults.addAll(validateDay(dayOf(input.heldOn), 'input.heldOn', election.calledOn));
  return faults;
}

/** Who is elected in a contest; a tie that is not resolved is an error with the names of those who tie. */
export function winnersOf(contest: Contest, input: Minutes): { winners: Candidacy[]; tie: Violation[] } {
  const votes = new Map(input.counts.map((count) => [count.candidacyId, count.votes]));
  const counted = contest.candidates.map((one) => ({ id: Number(one.id), votes: votes.get(idOf(one)) ?? 0 }));
  const { elected, tied, places } = outcomeOf(counted, contest.seats);
  const by = (ids: readonly number[]) => contest.candidates.filter(({ id }) => ids.includes(Number(id)));
  const chosen = by(tied).filter((candidacy) => input.tieResolution?.elected.includes(idOf(candidacy)));
  if (chosen.length === places) return { winners: [...by(elected), ...chosen], tie: [] };
  const names = by(tied)
    .map(({ nameAr, nameLatin }) => `${nameAr} / ${nameLatin}`)
    .join('، ');
  return {
    winners: [],
    tie: [{ path: 'input.tieResolution', reason: SEAT_REASONS.TIE, values: { places, names } }],
  };
}
