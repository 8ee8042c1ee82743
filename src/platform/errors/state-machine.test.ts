import { expect, it } from 'vitest';
import { nextState, requireTransition, type StateMachine } from './state-machine.ts';

const DOOR: StateMachine<'OPEN' | 'SHUT' | 'LOCKED', 'shut' | 'open' | 'lock'> = {
  OPEN: { shut: 'SHUT' },
  SHUT: { open: 'OPEN', lock: 'LOCKED' },
  LOCKED: { open: 'OPEN' },
};

it('Each event leads to the state that follows, or to none', () => {
  expect(nextState(DOOR, 'OPEN', 'shut')).toBe('SHUT');
  expect(nextState(DOOR, 'OPEN', 'lock')).toBeNull();
  expect(requireTransition(DOOR, { state: 'SHUT', event: 'lock', path: 'input.door' })).toBe('LOCKED');
});

it('An event that cannot happen is refused with the state and those in which it can', () => {
  const refusal = (): string => requireTransition(DOOR, { state: 'OPEN', event: 'open', path: 'input.door' });
  expect(refusal).toThrow(/OPEN.*SHUT, LOCKED/);
  expect(refusal).toThrow(expect.objectContaining({ code: 'CONFLICT', argument: 'input.door' }) as unknown);
});
