import { numbersBy } from './values.ts';

/** What callers of one role may use of the server. */
export interface Quota {
  /** Points that one operation may cost. */
  readonly ceiling: number;
  /** Points that one caller may spend in a minute. */
  readonly pointsPerMinute: number;
  /** Operations of one caller that run at once; more of them wait for their turn. */
  readonly atOnce: number;
}

/** What all callers of a group may use together: a region, the centre, the analysts, or those without a token. */
export type GroupQuota = Omit<Quota, 'ceiling'>;

const CEILING = 600_000;
const REGIONAL = { ceiling: CEILING, pointsPerMinute: 6_000_000, atOnce: 8 };

/** A point is about a microsecond of one processor. The largest breakdown with nine measures costs half a million. */
const CALLERS = {
  anonymous: { ceiling: 20_000, pointsPerMinute: 600_000, atOnce: 4 },
  analyst: { ceiling: CEILING, pointsPerMinute: 6_000_000, atOnce: 4 },
  'provincial-officer': REGIONAL,
  'regional-officer': REGIONAL,
  'regional-viewer': REGIONAL,
  'central-officer': { ceiling: CEILING, pointsPerMinute: 12_000_000, atOnce: 8 },
  // Every artisan at 8,600 rows of twelve fields a second.
  'central-service': { ceiling: CEILING, pointsPerMinute: 30_000_000, atOnce: 8 },
} as const satisfies Record<string, Quota>;

const GROUPS = {
  /** A region, the centre, or all analysts. */
  tenant: { pointsPerMinute: 60_000_000, atOnce: 12 },
  'all-anonymous': { pointsPerMinute: 6_000_000, atOnce: 6 },
} as const satisfies Record<string, GroupQuota>;

export type CallerKind = keyof typeof CALLERS;
export type GroupKind = keyof typeof GROUPS;
type Kind = CallerKind | GroupKind;

export interface Quotas {
  readonly callers: Readonly<Record<CallerKind, Quota>>;
  readonly groups: Readonly<Record<GroupKind, GroupQuota>>;
}

type Overrides = Readonly<Partial<Record<Kind, number>>>;

const CALLER_KINDS = Object.keys(CALLERS) as CallerKind[];
const KINDS = [...CALLER_KINDS, ...(Object.keys(GROUPS) as GroupKind[])];

export const quotaSettings = {
  COST_CEILINGS: numbersBy(CALLER_KINDS),
  POINTS_PER_MINUTE: numbersBy(KINDS),
  OPERATIONS_AT_ONCE: numbersBy(KINDS),
} as const;

interface Given {
  readonly COST_CEILINGS?: Overrides | undefined;
  readonly POINTS_PER_MINUTE?: Overrides | undefined;
  readonly OPERATIONS_AT_ONCE?: Overrides | undefined;
}

/** The quotas that hold: the defaults, with what the settings change of them. */
export function quotasOf({ COST_CEILINGS, POINTS_PER_MINUTE, OPERATIONS_AT_ONCE }: Given): Quotas {
  const changed = <Of extends GroupQuota>(kind: Kind, quota: Of): Of => ({
    ...quota,
    pointsPerMinute: POINTS_PER_MINUTE?.[kind] ?? quota.pointsPerMinute,
    atOnce: OPERATIONS_AT_ONCE?.[kind] ?? quota.atOnce,
  });
  const callers = Object.entries<Quota>(CALLERS).map(([kind, quota]) => {
    const ceiling = COST_CEILINGS?.[kind as CallerKind] ?? quota.ceiling;
    return [kind, changed(kind as CallerKind, { ...quota, ceiling })] as const;
  });
  const groups = Object.entries<GroupQuota>(GROUPS).map(
    ([kind, quota]) => [kind, changed(kind as GroupKind, quota)] as const,
  );
  return {
    callers: Object.fromEntries(callers) as Record<CallerKind, Quota>,
    groups: Object.fromEntries(groups) as Record<GroupKind, GroupQuota>,
  };
}
