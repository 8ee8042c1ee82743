import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { COMMITTEE_LIFE, quorumOf } from './committee.rules.ts';

describe('a preparatory committee', () => {
  it('is formed, drafts the statutes and is discharged by the foundation, or fails before it', () => {
    expect(stepsOf(COMMITTEE_LIFE, ['constitute', 'draft', 'discharge', 'fail', 'change'])).toEqual([
      ...['PLANNED constitute FORMED', 'PLANNED fail FAILED'],
      ...['FORMED draft STATUTES_DRAFTED', 'FORMED fail FAILED', 'FORMED change FORMED'],
      ...['STATUTES_DRAFTED discharge DISCHARGED', 'STATUTES_DRAFTED fail FAILED'],
      'STATUTES_DRAFTED change STATUTES_DRAFTED',
    ]);
  });

  it('has a quorum of half of its members, rounded up', () => {
    expect([1, 2, 5, 6].map(quorumOf)).toEqual([1, 1, 3, 3]);
  });
});
