import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../tests/support/pure.ts';
import { ISSUE_LIFE } from './issue.rules.ts';

describe('an issue of the register', () => {
  it('is assigned as often as needed, confirmed until it is resolved, and resolved once', () => {
    expect(stepsOf(ISSUE_LIFE, ['assign', 'confirm', 'resolve'])).toEqual([
      ...['OPEN assign ASSIGNED', 'OPEN confirm OPEN', 'OPEN resolve RESOLVED'],
      ...['ASSIGNED assign ASSIGNED', 'ASSIGNED confirm ASSIGNED', 'ASSIGNED resolve RESOLVED'],
    ]);
  });
});
