import { describe, expect, it } from 'vitest';
import { stated } from '../../../tests/support/pure.ts';
import { thresholdFaults } from './rule.rules.ts';

describe('the threshold of a rule', () => {
  const faultsOf = (code: string, value: number): string[] => stated(thresholdFaults(code, value, 'input.value'));
  const OUT = ['input.value RULE_OUT_OF_BOUNDS'];
  const BROKEN = ['input.value RULE_NOT_WHOLE'];

  it('is a share from 0 to 1 for quorums and the share of base bodies', () => {
    for (const code of ['ASSEMBLY_QUORUM', 'ASSEMBLY_SECOND_QUORUM', 'BASE_BODIES_SHARE']) {
      expect(
        [0, 0.5, 1].flatMap((value) => faultsOf(code, value)),
        code,
      ).toEqual([]);
      expect(
        [-0.1, 1.1].map((value) => faultsOf(code, value)),
        code,
      ).toEqual([OUT, OUT]);
    }
  });

  it('is 0 or 1 where it says whether something is asked', () => {
    for (const code of ['WAVE_OPEN', 'STATUTES_ADOPTED', 'DELEGATES_ELECTED', 'ELECTORS_ENOUGH']) {
      expect(
        [0, 1].flatMap((value) => faultsOf(code, value)),
        code,
      ).toEqual([]);
      expect(
        [0.5, 2, -1].map((value) => faultsOf(code, value)),
        code,
      ).toEqual([BROKEN, OUT, OUT]);
    }
  });

  it('is a whole number of years, renewals, days or members within bounds of its own', () => {
    const bounds = { TERM_YEARS: [1, 50], TERM_RENEWALS: [0, 50], ASSEMBLY_NOTICE_DAYS: [0, 365] } as const;
    const all = {
      ...bounds,
      DELEGATES_PER_SEAT: [1, 50],
      DELEGATES_OF_A_BODY: [1, 50],
      ELIGIBLE_REGISTRANTS: [0, 1_000_000],
    } as const;
    for (const [code, [least, most]] of Object.entries(all)) {
      expect(
        [least, most].flatMap((value) => faultsOf(code, value)),
        code,
      ).toEqual([]);
      expect(
        [least - 1, most + 1].map((value) => faultsOf(code, value)),
        code,
      ).toEqual([OUT, OUT]);
      expect(faultsOf(code, least + 0.5), code).toEqual(BROKEN);
    }
    const [fault] = thresholdFaults('TERM_YEARS', 51, 'input.value');
    expect(fault?.values).toEqual({ value: 51, least: 1, most: 50 });
    expect(thresholdFaults('TERM_YEARS', 1.5, 'input.value')[0]?.values).toEqual({ value: 1.5, least: 1, most: 50 });
  });
});
