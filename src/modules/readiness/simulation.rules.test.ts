import { describe, expect, it } from 'vitest';
import { mergedBase, mergedFacts } from './readiness.rules.ts';

const unit = (number: number, eligible: number, active = false) => ({
  ...{ unit: number, eligible, members: eligible, active, delegates: active ? 1 : 0 },
});
const facts = (number: number, eligible: number) => ({
  ...{ waveOpen: true, committeeMembers: number, committeeArtisans: 1, outreachSessions: 1, eligible },
  ...{ assembly: null, statutesAdopted: false, seatsFilled: 0, base: [unit(number, eligible)], shares: null },
});

describe('merged provinces', () => {
  it('count once in a base, with the sum of their people, and are active when one of them is', () => {
    const base = [unit(1, 20), unit(2, 15, true), unit(3, 40)];
    expect(mergedBase(base, [[1, 2]])).toEqual([unit(3, 40), { ...unit(1, 35), active: true, delegates: 1 }]);
  });

  it('leave a base as it is where none of them stands in it', () => {
    expect(mergedBase([unit(3, 40)], [[1, 2]])).toEqual([unit(3, 40)]);
  });

  it('have the people and sessions of all, and the furthest of their committees', () => {
    const whole = mergedFacts([facts(1, 20), facts(2, 15)]);
    expect(whole).toMatchObject({ eligible: 35, outreachSessions: 2, committeeMembers: 2 });
    expect(whole.base).toHaveLength(1);
  });
});
