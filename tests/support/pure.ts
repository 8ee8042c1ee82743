import type { Violation } from '../../src/platform/errors/domain-error.ts';
import { nextState, type StateMachine } from '../../src/platform/errors/state-machine.ts';

/** Faults as a reader compares them: the path and the code of each. */
export const stated = (faults: readonly Violation[]): string[] =>
  faults.map(({ path, reason }) => `${path} ${reason.code}`);

/** Every step that a life allows, such as "OPEN resolve RESOLVED". */
export function stepsOf<State extends string, Event extends string>(
  life: StateMachine<State, Event>,
  events: readonly Event[],
): string[] {
  return (Object.keys(life) as State[]).flatMap((state) =>
    events.flatMap((event) => {
      const following = nextState(life, state, event);
      return following === null ? [] : [`${state} ${event} ${following}`];
    }),
  );
}
