import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Caller } from '../auth/caller.ts';
import type { CallerKind, GroupKind, GroupQuota, Quotas } from '../config/quotas.ts';

const MINUTE_S = 60;
const MINUTE_MS = MINUTE_S * 1000;
const ADDRESSES_AT_MOST = 20_000;
const OTHER_ADDRESSES = 'other addresses';
const TABLE = 'budget';

/** What is left of a caller's minute. */
export interface BudgetLeft {
  readonly left: number;
  readonly perMinute: number;
  /** In how many milliseconds the budget is whole again. */
  readonly resetInMs: number;
}

/** A budget that does not suffice: a caller's own, or that of its group. */
export interface Exhausted {
  readonly retryInMs: number;
  readonly perMinute: number;
  readonly ofGroup: boolean;
}

type Kind = CallerKind | GroupKind;

function limiterOf(kind: Kind, points: number, pool: Pool | undefined): RateLimiterAbstract {
  const options = { keyPrefix: kind, points, duration: MINUTE_S };
  const memory = new RateLimiterMemory(options);
  if (pool === undefined) return memory;
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: 'pool',
    tableName: TABLE,
    // The table comes by a migration: the role of the API makes none.
    tableCreated: true,
    // While the database is away each process counts by itself.
    insuranceLimiter: memory,
  });
}

/** Points that callers may spend in a minute: each by itself, and all of a group together. */
export class Budgets {
  readonly #limiters: Readonly<Record<Kind, RateLimiterAbstract>>;
  /** Callers with nothing left, until when: what they send need not be read. */
  readonly #empty = new LRUCache<string, number>({ max: ADDRESSES_AT_MOST });
  readonly #addresses = new Set<string>();
  readonly #timer: NodeJS.Timeout;

  /** Without a pool the budgets are this process's own; with one, all processes over the database share them. */
  constructor(quotas: Quotas, pool?: Pool) {
    const kinds = Object.entries<GroupQuota>({ ...quotas.callers, ...quotas.groups }) as [Kind, GroupQuota][];
    this.#limiters = Object.fromEntries(
      kinds.map(([kind, { pointsPerMinute }]) => [kind, limiterOf(kind, pointsPerMinute, pool)]),
    ) as Record<Kind, RateLimiterAbstract>;
    this.#timer = setInterval(() => {
      this.#addresses.clear();
    }, MINUTE_MS).unref();
  }

  /** Whether a caller, or its group, has nothing left to spend. */
  exhaustedFor({ key, quota, group }: Caller): Exhausted | undefined {
    if (this.#empty.size === 0) return undefined;
    const now = Date.now();
    const [own, ofGroup] = [this.#empty.get(key) ?? now, this.#empty.get(group.key) ?? now];
    if (ofGroup > Math.max(own, now)) return exhausted(group.quota, ofGroup - now, true);
    return own > now ? exhausted(quota, own - now, false) : undefined;
  }

  /** Takes points from a caller's budget and from that of its group; where either does not suffice nothing is taken. */
  async spend(caller: Caller, points: number): Promise<BudgetLeft | Exhausted> {
    const own = await this.take(caller, points);
    if (own.consumedPoints > caller.quota.pointsPerMinute) {
      await this.refund(caller, points);
      return exhausted(caller.quota, own.msBeforeNext, false);
    }
    const { kind, key, quota } = caller.group;
    const ofGroup = await this.#limiters[kind].penalty(key, points);
    if (ofGroup.consumedPoints <= quota.pointsPerMinute) return leftOf(caller, own);
    await Promise.all([this.#limiters[kind].reward(key, points), this.refund(caller, points)]);
    return exhausted(quota, ofGroup.msBeforeNext, true);
  }

  /** Takes points for work that was done already, such as reading a document that is not valid. */
  async charge(caller: Caller, points: number): Promise<void> {
    const { kind, key, quota } = caller.group;
    const [own, ofGroup] = await Promise.all([this.take(caller, points), this.#limiters[kind].penalty(key, points)]);
    this.noteEmpty(caller.key, caller.quota, own);
    this.noteEmpty(key, quota, ofGroup);
  }

  /** What is left, without taking anything. */
  async left(caller: Caller): Promise<BudgetLeft> {
    return leftOf(caller, await this.#limiters[caller.kind].get(this.keyOf(caller)));
  }

  close(): void {
    clearInterval(this.#timer);
  }

  private take(caller: Caller, points: number): Promise<RateLimiterRes> {
    return this.#limiters[caller.kind].penalty(this.keyOf(caller), points);
  }

  private async refund(caller: Caller, points: number): Promise<void> {
    this.noteEmpty(caller.key, caller.quota, await this.#limiters[caller.kind].reward(this.keyOf(caller), points));
  }

  private noteEmpty(
    key: string,
    { pointsPerMinute }: GroupQuota,
    { consumedPoints, msBeforeNext }: RateLimiterRes,
  ): void {
    if (consumedPoints >= pointsPerMinute) this.#empty.set(key, Date.now() + msBeforeNext);
  }

  /** Anybody can have many addresses: beyond so many in a minute, further ones share one budget. */
  private keyOf({ kind, key }: Caller): string {
    if (kind !== 'anonymous' || this.#addresses.has(key)) return key;
    if (this.#addresses.size >= ADDRESSES_AT_MOST) return OTHER_ADDRESSES;
    this.#addresses.add(key);
    return key;
  }
}

const exhausted = ({ pointsPerMinute }: GroupQuota, retryInMs: number, ofGroup: boolean): Exhausted => ({
  retryInMs,
  perMinute: pointsPerMinute,
  ofGroup,
});

function leftOf({ quota: { pointsPerMinute } }: Caller, found: RateLimiterRes | null): BudgetLeft {
  const left = Math.max(0, pointsPerMinute - (found?.consumedPoints ?? 0));
  return { left, perMinute: pointsPerMinute, resetInMs: found?.msBeforeNext ?? MINUTE_MS };
}
