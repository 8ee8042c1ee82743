import { describe, expect, it } from 'vitest';
import { delegatesDue, isMet, judge, type ReadinessInputs, type Thresholds } from './readiness.rules.ts';

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
};
const thresholds = (values: Record<string, number>): Thresholds => new Map(Object.entries(values));
const judged = (
  code: string,
  facts: Partial<ReadinessInputs>,
  own: Record<string, number>,
  below: Record<string, number> = {},
) => {
  const finding = judge(code, { ...nothing, ...facts }, { own: thresholds(own), below: thresholds(below) });
  return { ...finding, met: isMet(finding) };
};
const unit = (eligible: number, active: boolean, members = 0, delegates = 0) => ({
  unit: 1,
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
  const rules = { MEMBERS_PER_DELEGATE: 200, DELEGATES_MINIMUM: 1, DELEGATES_MAXIMUM: 10 };

  it.each([
    [0, 1],
    [200, 1],
    [201, 2],
    [5000, 10],
  ])('of %i members are %i', (members, due) => {
    expect(delegatesDue(members, thresholds(rules))).toBe(due);
  });

  it('must have been elected by each active base body in full', () => {
    const base = [unit(300, true, 250, 2), unit(300, true, 250, 1), unit(300, false, 0, 0)];
    expect(judged('DELEGATES_ELECTED', { base }, { DELEGATES_ELECTED: 1 }, rules)).toEqual({
      required: 2,
      actual: 1,
      met: false,
    });
  });
});

describe('a condition of counts', () => {
  it('is met from its threshold on', () => {
    expect(judged('COMMITTEE_MEMBERS', { committeeMembers: 4 }, { COMMITTEE_MEMBERS: 5 }).met).toBe(false);
    expect(judged('COMMITTEE_MEMBERS', { committeeMembers: 5 }, { COMMITTEE_MEMBERS: 5 }).met).toBe(true);
  });
});
