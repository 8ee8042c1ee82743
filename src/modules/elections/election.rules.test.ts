import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { ELECTION_LIFE } from './election.rules.ts';

describe('an election', () => {
  it('is changed while it is called, and is counted or called off once', () => {
    expect(stepsOf(ELECTION_LIFE, ['change', 'close', 'cancel'])).toEqual([
      ...['CALLED change CALLED', 'CALLED close CLOSED', 'CALLED cancel CANCELLED'],
    ]);
  });
});
