import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { DIRECTION_OF, HAND_OVER_LIFE } from './hand-over.rules.ts';

describe('a hand-over', () => {
  it('ends with the first answer to its offer', () => {
    expect(stepsOf(HAND_OVER_LIFE, ['accept', 'decline', 'withdraw'])).toEqual([
      'OFFERED accept ACCEPTED',
      'OFFERED decline DECLINED',
      'OFFERED withdraw WITHDRAWN',
    ]);
  });

  it('is answered by the region that receives, and withdrawn by the one that offers', () => {
    expect(DIRECTION_OF).toEqual({ accept: 'INCOMING', decline: 'INCOMING', withdraw: 'OUTGOING' });
  });
});
