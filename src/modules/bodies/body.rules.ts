import type { BaseBody } from '../figures/base.reads.ts';
import type { StateMachine } from '../../platform/errors/state-machine.ts';
import { type Thresholds } from '../rules/rule.rules.ts';

export const BodyState = {
  PLANNED: 'PLANNED',
  IN_PREPARATION: 'IN_PREPARATION',
  FOUNDED: 'FOUNDED',
  ACTIVE: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  DISSOLVED: 'DISSOLVED',
} as const;
export type BodyState = keyof typeof BodyState;

export const AssemblyState = {
  CALLED: 'CALLED',
  HELD: 'HELD',
  NO_QUORUM: 'NO_QUORUM',
  CANCELLED: 'CANCELLED',
} as const;
export type AssemblyState = keyof typeof AssemblyState;

export type BodyEvent =
  'prepare' | 'call' | 'hold' | 'found' | 'approve' | 'suspend' | 'resume' | 'dissolve' | 'affiliate';

/** The life of a body, from the programme to its end (law 50.17, art. 11). */
export const BODY_LIFE: StateMachine<BodyState, BodyEvent> = {
  PLANNED: { prepare: 'IN_PREPARATION', dissolve: 'DISSOLVED' },
  IN_PREPARATION: { call: 'IN_PREPARATION', hold: 'IN_PREPARATION', found: 'FOUNDED', dissolve: 'DISSOLVED' },
  FOUNDED: { affiliate: 'FOUNDED', approve: 'ACTIVE', dissolve: 'DISSOLVED' },
  ACTIVE: { affiliate: 'ACTIVE', suspend: 'SUSPENDED', dissolve: 'DISSOLVED' },
  SUSPENDED: { resume: 'ACTIVE', dissolve: 'DISSOLVED' },
  DISSOLVED: {},
};

export type AssemblyEvent = 'hold' | 'miss' | 'cancel';

/** A founding assembly meets with quorum, without it, or not at all. */
export const ASSEMBLY_LIFE: StateMachine<AssemblyState, AssemblyEvent> = {
  CALLED: { hold: 'HELD', miss: 'NO_QUORUM', cancel: 'CANCELLED' },
  HELD: {},
  NO_QUORUM: {},
  CANCELLED: {},
};

/** How many delegates a body of the base sends. */
export interface DelegateShare extends BaseBody {
  readonly delegates: number;
}

/** How many delegates an assembly has: so many for each seat of its board, and more where each body of its base needs its least. */
export const assemblySize = (bodies: number, rules: Thresholds): number =>
  Math.max(
    (rules.get('DELEGATES_PER_SEAT') ?? 1) * (rules.get('BOARD_ELECTED') ?? 0),
    (rules.get('DELEGATES_OF_A_BODY') ?? 1) * bodies,
  );

const membersIn = (bodies: readonly BaseBody[]): number => bodies.reduce((sum, { members }) => sum + members, 0);

/** What a body would have of some delegates if people could be divided; bodies without members have equal parts. */
const quotaOf = ({ members }: BaseBody, all: readonly BaseBody[], delegates: number): number =>
  membersIn(all) === 0 ? delegates / all.length : (delegates * members) / membersIn(all);

/** Shares delegates out by members: the whole parts first, the rest by the largest remainder. */
function byLargestRemainder(bodies: readonly BaseBody[], delegates: number): DelegateShare[] {
  const shares = bodies.map((body) => {
    const quota = quotaOf(body, bodies, delegates);
    return { body, whole: Math.floor(quota), rest: quota - Math.floor(quota) };
  });
  const left = delegates - shares.reduce((sum, { whole }) => sum + whole, 0);
  const first = shares.toSorted(
    (one, other) => other.rest - one.rest || other.body.members - one.body.members || one.body.unit - other.body.unit,
  );
  const favoured = new Set(first.slice(0, left).map(({ body }) => body));
  return shares.map(({ body, whole }) => ({ ...body, delegates: whole + (favoured.has(body) ? 1 : 0) }));
}

/**
 * Shares the delegates of an assembly out among the bodies of its base: by members, by the largest remainder, and no body less than
 * its least. `rules` are those of the level of the assembly.
 */
export function delegateShares(base: readonly BaseBody[], rules: Thresholds): DelegateShare[] {
  const least = rules.get('DELEGATES_OF_A_BODY') ?? 1;
  const atLeast: DelegateShare[] = [];
  let open = base;
  let delegates = assemblySize(base.length, rules);
  for (;;) {
    const [all, left] = [open, delegates];
    const small = all.filter((body) => quotaOf(body, all, left) < least);
    if (small.length === 0) return [...atLeast, ...byLargestRemainder(all, left)];
    atLeast.push(...small.map((body) => ({ ...body, delegates: least })));
    open = all.filter((body) => !small.includes(body));
    delegates -= least * small.length;
  }
}
