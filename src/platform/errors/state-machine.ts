import { COMMON } from './common.reasons.ts';
import { domainError } from './domain-error.ts';

/** What can happen to a thing in each of its states, and the state that follows. */
export type StateMachine<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** The state that follows; null where the event cannot happen. */
export const nextState = <State extends string, Event extends string>(
  cycle: StateMachine<State, Event>,
  state: State,
  event: Event,
): State | null => cycle[state][event] ?? null;

/** The states in which an event can happen. */
const statesFor = <State extends string, Event extends string>(
  cycle: StateMachine<State, Event>,
  event: Event,
): State[] => (Object.keys(cycle) as State[]).filter((state) => nextState(cycle, state, event) !== null);

/** The state that follows; CONFLICT (WRONG_STATE) where the event cannot happen. */
export function requireTransition<State extends string, Event extends string>(
  cycle: StateMachine<State, Event>,
  { state, event, path }: { state: State; event: Event; path: string },
): State {
  const following = nextState(cycle, state, event);
  if (following !== null) return following;
  const values = { state, allowed: statesFor(cycle, event).join(', ') };
  throw domainError('CONFLICT', { path, reason: COMMON.WRONG_STATE, values });
}
