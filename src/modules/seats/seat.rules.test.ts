import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stated } from '../../../tests/support/pure.ts';
import { Candidacy, Election } from '../elections/election.type.ts';
import { countFaults, idOf, isPossible, outcomeOf, termEnd, winnersOf, type Contest } from './seat.rules.ts';

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

const candidate = (id: number): Candidacy =>
  Object.assign(new Candidacy(), { id, nameAr: `مترشح ${String(id)}`, nameLatin: `Candidate ${String(id)}` });
const election = Object.assign(new Election(), { calledOn: '2026-05-01', turnout: 10 });
const contest = (ids: readonly number[], seats = 1): Contest => ({
  officeId: 1,
  seats,
  candidates: ids.map(candidate),
});
const counts = (votes: Readonly<Record<number, number>>) =>
  Object.entries(votes).map(([id, count]) => ({ candidacyId: idOf(candidate(Number(id))), votes: count }));
const minutes = { counts: counts({ 1: 6, 2: 4 }), heldOn: '2026-05-14' };

describe('the minutes of a count', () => {
  const faultsOf = (changed: object, contests = [contest([1, 2])], of = election) =>
    stated(countFaults({ ...minutes, ...changed }, of, contests).found);

  it('are right where each candidate has a count, and no more votes are counted than were cast', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ counts: counts({ 1: 0, 2: 0 }), blank: 10 })).toEqual([]);
    expect(faultsOf({ counts: counts({ 1: 10, 2: 10 }) }, [contest([1, 2], 2)])).toEqual([]);
  });

  it.each([
    ['miss a candidate', counts({ 1: 6 }), 1],
    ['count one twice', [...counts({ 1: 6, 2: 4 }), ...counts({ 2: 4 })], 1],
    ['count one who does not stand', counts({ 1: 6, 2: 2, 3: 1 }), 1],
    ['miss one and count another', counts({ 1: 6, 3: 1 }), 2],
  ])('are refused where they %s', (_, wrong, count) => {
    const { found } = countFaults({ ...minutes, counts: wrong }, election, [contest([1, 2])]);
    expect(stated(found)).toEqual(['input.counts COUNT_MISSING']);
    expect(found[0]?.values).toEqual({ count });
  });

  it('take no negative number', () => {
    expect(faultsOf({ counts: counts({ 1: -1, 2: 4 }) })).toEqual(['input.counts NOT_POSITIVE']);
    expect(faultsOf({ blank: -1 })).toEqual(['input.counts NOT_POSITIVE']);
  });

  it('count each contest by itself, blank votes too', () => {
    const contests = [contest([1]), contest([2])];
    expect(faultsOf({ counts: counts({ 1: 10, 2: 10 }) }, contests)).toEqual([]);
    const { found } = countFaults({ ...minutes, counts: counts({ 1: 8, 2: 7 }), blank: 3 }, election, contests);
    expect(stated(found)).toEqual(['input.counts TOO_MANY_VOTES']);
    expect(found[0]?.values).toEqual({ votes: 8, turnout: 10, seats: 1 });
  });

  it('need voters, a free seat, and a day that is not before the call', () => {
    const none = Object.assign(new Election(), { calledOn: '2026-05-01', turnout: 0 });
    expect(faultsOf({ counts: counts({ 1: 0, 2: 0 }) }, [contest([1, 2])], none)).toEqual([
      'input.electionId NO_TURNOUT',
    ]);
    expect(faultsOf({}, [contest([1, 2], 0)])).toEqual(['input.electionId NOTHING_TO_FILL']);
    expect(faultsOf({ heldOn: '2026-04-30' })).toEqual(['input.heldOn DAY_BEFORE']);
    expect(faultsOf({ heldOn: '2026-05-01' })).toEqual([]);
  });
});

describe('who is elected', () => {
  const elected = (changed: object, of = contest([1, 2, 3])) => {
    const { winners, tie } = winnersOf(of, { ...minutes, ...changed });
    return { winners: winners.map(({ id }) => id), tie };
  };

  it('has the most votes; nobody without votes', () => {
    expect(elected({ counts: counts({ 1: 2, 2: 5, 3: 1 }) })).toEqual({ winners: [2], tie: [] });
    expect(elected({ counts: counts({ 1: 0, 2: 0, 3: 0 }) })).toEqual({ winners: [], tie: [] });
  });

  it('is not said while a tie is open, and its names are given', () => {
    const { winners, tie } = elected({ counts: counts({ 1: 4, 2: 2, 3: 2 }) }, contest([1, 2, 3], 2));
    expect(winners).toEqual([]);
    expect(stated(tie)).toEqual(['input.tieResolution TIE']);
    expect(tie[0]?.values).toEqual({ places: 1, names: 'مترشح 2 / Candidate 2، مترشح 3 / Candidate 3' });
  });

  it('follows from how a tie was resolved, among those who tie only', () => {
    const tied = { counts: counts({ 1: 4, 2: 2, 3: 2 }) };
    const of = contest([1, 2, 3], 2);
    const resolved = (...ids: number[]) => ({ ...tied, tieResolution: { elected: ids.map(candidate).map(idOf) } });
    expect(elected(resolved(3), of).winners).toEqual([1, 3]);
    expect(elected(resolved(1), of).winners).toEqual([]);
    expect(elected(resolved(2, 3), of).winners).toEqual([]);
  });
});
