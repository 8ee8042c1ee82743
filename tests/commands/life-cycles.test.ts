import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTER_LIFE, type RegisterEvent } from '../../src/modules/artisans/artisan.rules.ts';
import { COMMITTEE_LIFE, quorumOf, type CommitteeEvent } from '../../src/modules/committees/committee.rules.ts';
import { MEETING_LIFE, type MeetingEvent } from '../../src/modules/meetings/meeting.rules.ts';
import { SESSION_LIFE, type OutreachEvent } from '../../src/modules/outreach/outreach.rules.ts';
import { nextState, type StateMachine } from '../../src/platform/errors/state-machine.ts';

/** What happened, of all that was tried one after the other, and the state at the end. */
function lived<State extends string, Event extends string>(
  cycle: StateMachine<State, Event>,
  { from, tried }: { from: State; tried: readonly Event[] },
): { state: State; happened: Event[] } {
  let state = from;
  const happened = tried.filter((event) => {
    const following = nextState(cycle, state, event);
    state = following ?? state;
    return following !== null;
  });
  return { state, happened };
}

const walks = <Event extends string>(...events: Event[]) => fc.array(fc.constantFrom(...events), { maxLength: 25 });
const times = <Event extends string>(happened: readonly Event[], event: Event): number =>
  happened.filter((one) => one === event).length;

describe('whatever is tried', () => {
  it('an entry is accepted once, suspended and reinstated in turn, and deleted for good', () => {
    const events = walks<RegisterEvent>('accept', 'correct', 'suspend', 'reinstate', 'strikeOff');
    fc.assert(
      fc.property(events, (tried) => {
        const { state, happened } = lived(REGISTER_LIFE, { from: 'APPLIED', tried });
        const [accepted, suspended] = [times(happened, 'accept'), times(happened, 'suspend')];
        const [back, deleted] = [times(happened, 'reinstate'), times(happened, 'strikeOff')];
        expect(accepted).toBeLessThanOrEqual(1);
        expect(suspended - back === 0 || suspended - back === 1).toBe(true);
        expect(state === 'DELETED').toBe(deleted === 1);
        if (deleted === 1) expect(happened.at(-1)).toBe('strikeOff');
        if (deleted === 0) expect(state === 'SUSPENDED').toBe(suspended > back);
        if (deleted === 0) expect(state === 'APPLIED').toBe(accepted === 0);
      }),
    );
  });

  it('a committee is discharged only after it was formed and drafted the statutes, and ends once', () => {
    const events = walks<CommitteeEvent>('constitute', 'change', 'draft', 'discharge', 'fail');
    fc.assert(
      fc.property(events, (tried) => {
        const { state, happened } = lived(COMMITTEE_LIFE, { from: 'PLANNED', tried });
        const steps = happened.filter((event) => event !== 'change');
        const whole = ['constitute', 'draft', 'discharge'];
        const ended = steps.at(-1) === 'fail' ? steps.slice(0, -1) : steps;
        expect(ended).toEqual(whole.slice(0, ended.length));
        expect(state === 'DISCHARGED').toBe(steps.length === 3 && steps.at(-1) === 'discharge');
        expect(state === 'FAILED').toBe(steps.at(-1) === 'fail');
      }),
    );
  });

  it('a session and a meeting are held or called off, and nothing is recorded of what was not held', () => {
    fc.assert(
      fc.property(walks<OutreachEvent>('hold', 'cancel', 'reach'), (tried) => {
        const { state, happened } = lived(SESSION_LIFE, { from: 'PLANNED', tried });
        expect(times(happened, 'hold') + times(happened, 'cancel')).toBe(state === 'PLANNED' ? 0 : 1);
        if (times(happened, 'reach') > 0) expect(happened[0]).toBe('hold');
      }),
    );
    fc.assert(
      fc.property(walks<MeetingEvent>('hold', 'cancel', 'decide'), (tried) => {
        const { state, happened } = lived(MEETING_LIFE, { from: 'CALLED', tried });
        expect(times(happened, 'hold') + times(happened, 'cancel')).toBe(state === 'CALLED' ? 0 : 1);
        if (times(happened, 'decide') > 0) expect(happened[0]).toBe('hold');
      }),
    );
  });

  it('the quorum of a committee is half of its members, rounded up', () => {
    expect([1, 2, 5, 6].map(quorumOf)).toEqual([1, 1, 3, 3]);
  });
});
