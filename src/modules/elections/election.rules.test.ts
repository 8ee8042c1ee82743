import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPossible, outcomeOf, termEnd } from './election.rules.ts';

const candidates = fc
  .array(fc.nat(20), { maxLength: 12 })
  .map((votes) => votes.map((count, index) => ({ id: index + 1, votes: count })));

describe('a count', () => {
  it('never fills more places than there are, and leaves none free while a candidate has votes', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, seats) => {
        const { elected, tied, places } = outcomeOf(all, seats);
        const voted = all.filter(({ votes }) => votes > 0).length;
        expect(elected.length + places).toBe(Math.min(seats, voted));
        expect(tied.length).toBeGreaterThanOrEqual(places);
        expect(tied.length === 0).toBe(places === 0);
      }),
    );
  });

  it('finds a tie exactly where the last place and the next have as many votes', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, seats) => {
        const votes = all
          .map((one) => one.votes)
          .filter((count) => count > 0)
          .sort((one, other) => other - one);
        const isTie = votes.length > seats && votes[seats - 1] === votes[seats];
        expect(outcomeOf(all, seats).tied.length > 0).toBe(isTie);
      }),
    );
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, seats) => {
        const sorted = (ids: readonly number[]) => [...ids].sort((one, other) => one - other);
        const [one, other] = [outcomeOf(all, seats), outcomeOf(all.toReversed(), seats)];
        expect(sorted(one.elected)).toEqual(sorted(other.elected));
        expect(sorted(one.tied)).toEqual(sorted(other.tied));
      }),
    );
  });

  it('elects nobody with fewer votes than one who is not elected', () => {
    fc.assert(
      fc.property(candidates, fc.integer({ min: 1, max: 6 }), (all, seats) => {
        const { elected, tied } = outcomeOf(all, seats);
        const votesOf = new Map(all.map(({ id, votes }) => [id, votes]));
        const rest = all.filter(({ id }) => !elected.includes(id) && !tied.includes(id));
        for (const id of [...elected, ...tied]) {
          for (const { votes } of rest) expect(votes).toBeLessThanOrEqual(votesOf.get(id) ?? 0);
        }
      }),
    );
  });

  it('is possible as long as nobody has cast more votes than there are seats', () => {
    expect(isPossible(30, { blank: 0, turnout: 10, seats: 3 })).toBe(true);
    expect(isPossible(28, { blank: 1, turnout: 10, seats: 3 })).toBe(false);
  });

  it('gives a term of whole years', () => {
    expect(termEnd('2026-03-01', 6)).toBe('2032-03-01');
  });
});
