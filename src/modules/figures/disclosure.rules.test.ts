import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { malapportionmentOf, peopleCount, publicCount, rateOf } from './disclosure.rules.ts';

describe('a count of people', () => {
  it.each([1, 2, 3, 4])('of %i is withheld from those who do not see the people', (value) => {
    expect(peopleCount(value, false)).toEqual({ value: null, status: 'SUPPRESSED' });
  });

  it('is shown from 5 on, and zero is shown as zero', () => {
    expect(peopleCount(5, false)).toEqual({ value: 5, status: 'KNOWN' });
    expect(peopleCount(0, false)).toEqual({ value: 0, status: 'KNOWN' });
  });

  it('is shown to those who see the people', () => {
    expect(peopleCount(1, true)).toEqual({ value: 1, status: 'KNOWN' });
  });

  it('does not apply to a cut that is not one of people', () => {
    expect(peopleCount(null, true)).toEqual({ value: null, status: 'NOT_APPLICABLE' });
  });
});

describe('a rate', () => {
  it('is withheld with its numerator, of which nothing is told', () => {
    expect(rateOf(peopleCount(3, false), publicCount(9))).toEqual({
      value: null,
      numerator: null,
      denominator: 9,
      status: 'SUPPRESSED',
    });
  });

  it('of nothing is unknown and not zero', () => {
    expect(rateOf(publicCount(0), publicCount(0))).toMatchObject({ value: null, status: 'UNKNOWN' });
  });

  it('can exceed one, as the completion of Fès did', () => {
    expect(rateOf(publicCount(27_926), publicCount(17_345)).value).toBeCloseTo(1.61, 2);
  });
});

describe('malapportionment', () => {
  it('is zero where delegates follow members', () => {
    expect(
      malapportionmentOf([
        { delegates: 1, members: 100 },
        { delegates: 2, members: 200 },
      ]).value,
    ).toBe(0);
  });

  it('is one half where two equal units share nothing', () => {
    expect(
      malapportionmentOf([
        { delegates: 4, members: 50 },
        { delegates: 0, members: 50 },
      ]).value,
    ).toBe(0.5);
  });

  it('stays between 0 and 1', () => {
    const unit = fc.record({ delegates: fc.nat(50), members: fc.nat(10_000) });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (units) => {
        const share = malapportionmentOf(units).value ?? 0;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });
});
