import { describe, expect, it } from 'vitest';
import { isMet, judge, type ReadinessInputs, type Thresholds } from './readiness.rules.ts';

const nothing: ReadinessInputs = {
  waveOpen: false,
  committeeMembers: 0,
  committeeArtisans: 0,
  outreachSessions: 0,
  eligible: 0,
  assembly: null,
  statutesAdopted: false,
  seatsFilled: 0,
  base: [],
  shares: null,
};
const thresholds = (values: Record<string, number>): Thresholds => new Map(Object.entries(values));
const judged = (code: string, facts: Partial<ReadinessInputs>, rules: Record<string, number>) => {
  const finding = judge(code, { ...nothing, ...facts }, thresholds(rules));
  return { ...finding, met: isMet(finding) };
};
let units = 0;
const unit = (eligible: number, active: boolean, members = 0, delegates = 0) => ({
  unit: (units += 1),
  eligible,
  active,
  members,
  delegates,
});

describe('the quorum', () => {
  const rules = { ASSEMBLY_QUORUM: 0.5, ASSEMBLY_SECOND_QUORUM: 0.25 };
  const assembly = { noticeDays: 15, convened: 41 };

  it('is half of those invited on the first call, rounded up', () => {
    expect(judged('ASSEMBLY_QUORUM', { assembly: { ...assembly, call: 1, present: 20 } }, rules)).toEqual({
      required: 21,
      actual: 20,
      met: false,
    });
  });

  it('is a quarter on the second call', () => {
    expect(judged('ASSEMBLY_QUORUM', { assembly: { ...assembly, call: 2, present: 11 } }, rules).met).toBe(true);
  });

  it('is not met while no assembly was called', () => {
    expect(judged('ASSEMBLY_QUORUM', {}, rules)).toEqual({ required: null, actual: null, met: false });
  });
});

describe('the base of a regional body', () => {
  const rules = { BASE_BODIES_SHARE: 0.5, BASE_BODIES_MINIMUM: 2, BASE_ELIGIBLE_REGISTRANTS: 30 };

  it('counts only provinces with enough eligible registrants', () => {
    const base = [unit(30, true), unit(29, true), unit(80, true), unit(200, false)];
    expect(judged('BASE_BODIES_SHARE', { base }, rules)).toEqual({ required: 2, actual: 2, met: true });
  });

  it('needs half of them, rounded up', () => {
    const base = [unit(50, true), unit(50, true), unit(50, false), unit(50, false), unit(50, false)];
    expect(judged('BASE_BODIES_SHARE', { base }, rules)).toEqual({ required: 3, actual: 2, met: false });
  });

  it('needs two at least, or all where there are fewer', () => {
    expect(judged('BASE_BODIES_SHARE', { base: [unit(50, true), unit(50, false)] }, rules).required).toBe(2);
    expect(judged('BASE_BODIES_SHARE', { base: [unit(50, true)] }, rules)).toEqual({
      required: 1,
      actual: 1,
      met: true,
    });
  });

  it('is never met by nothing', () => {
    expect(judged('BASE_BODIES_SHARE', { base: [] }, rules)).toEqual({ required: 1, actual: 0, met: false });
  });
});

describe('delegates', () => {
  const rules = { BOARD_ELECTED: 10, DELEGATES_PER_SEAT: 2, DELEGATES_OF_A_BODY: 2 };
  const elected = { ...rules, DELEGATES_ELECTED: 1 };
  const enough = { ...rules, ELECTORS_ENOUGH: 1 };

  it('must have been elected by each active base body in full', () => {
    // The shares are 15 and 5.
    const base = [unit(300, true, 750, 15), unit(300, true, 250, 4), unit(300, false, 0, 0)];
    expect(judged('DELEGATES_ELECTED', { base }, elected)).toEqual({ required: 2, actual: 1, met: false });
    expect(judged('DELEGATES_ELECTED', {}, elected)).toEqual({ required: 1, actual: 0, met: false });
  });

  it('are enough electors where they are twice the seats of the board', () => {
    const base = [unit(300, true, 750, 15), unit(300, true, 250, 4), unit(300, false, 0, 7)];
    expect(judged('ELECTORS_ENOUGH', { base }, enough)).toEqual({ required: 20, actual: 19, met: false });
    expect(judged('ELECTORS_ENOUGH', {}, enough)).toEqual({ required: 20, actual: 0, met: false });
    // More of one body than its share make up for none of another.
    const uneven = [unit(300, true, 750, 18), unit(300, true, 250, 4)];
    expect(judged('ELECTORS_ENOUGH', { base: uneven }, enough)).toEqual({ required: 20, actual: 19, met: false });
  });

  it('are those that were due when the election was called: a body that is active since waits for the next', () => {
    const [first, second, later] = [unit(300, true, 750, 15), unit(300, true, 250, 5), unit(300, true, 400, 0)];
    const shares = [
      { unit: first.unit, members: 750, delegates: 15 },
      { unit: second.unit, members: 250, delegates: 5 },
    ];
    const facts = { base: [first, second, later], shares };
    expect(judged('DELEGATES_ELECTED', facts, elected)).toEqual({ required: 2, actual: 2, met: true });
    expect(judged('ELECTORS_ENOUGH', facts, enough)).toEqual({ required: 20, actual: 20, met: true });
    expect(judged('DELEGATES_ELECTED', { ...facts, shares: null }, elected).met).toBe(false);
  });
});

describe('a condition of counts', () => {
  it('is met from its threshold on', () => {
    expect(judged('COMMITTEE_MEMBERS', { committeeMembers: 4 }, { COMMITTEE_MEMBERS: 5 }).met).toBe(false);
    expect(judged('COMMITTEE_MEMBERS', { committeeMembers: 5 }, { COMMITTEE_MEMBERS: 5 }).met).toBe(true);
  });
});
