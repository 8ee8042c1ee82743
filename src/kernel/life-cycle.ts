import { COMMON } from './common.reasons.ts';
import { refuse } from './refusal.ts';

/** What can happen to a thing in each of its states, and the state that follows. */
export type LifeCycle<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** The state that follows; null where the event cannot happen. */
export const next = <State extends string, Event extends string>(
  cycle: LifeCycle<State, Event>,
  state: State,
  event: Event,
): State | null => cycle[state][event] ?? null;

/** The states in which an event can happen. */
const statesFor = <State extends string, Event extends string>(cycle: LifeCycle<State, Event>, event: Event): State[] =>
  (Object.keys(cycle) as State[]).filter((state) => next(cycle, state, event) !== null);

/** The state that follows; CONFLICT (WRONG_STATE) where the event cannot happen. */
export function mustFollow<State extends string, Event extends string>(
  cycle: LifeCycle<State, Event>,
  { state, event, path }: { state: State; event: Event; path: string },
): State {
  const following = next(cycle, state, event);
  if (following !== null) return following;
  const values = { state, allowed: statesFor(cycle, event).join(', ') };
  throw refuse('CONFLICT', { path, reason: COMMON.WRONG_STATE, values });
}
