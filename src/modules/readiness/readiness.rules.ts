import { assemblySize, delegateShares, type DelegateShare } from '../bodies/body.rules.ts';
import { type Thresholds } from '../rules/rule.rules.ts';

export type { Thresholds };

/** What is counted of one body's base: a province below a regional body, a region below the national one. */
export interface BaseUnit {
  /** The number of the province or of the region that it is. */
  readonly unit: number;
  readonly eligible: number;
  readonly members: number;
  readonly active: boolean;
  readonly delegates: number;
}

/** What is known of a body when its readiness is judged. */
export interface ReadinessInputs {
  readonly waveOpen: boolean;
  readonly committeeMembers: number;
  readonly committeeArtisans: number;
  readonly outreachSessions: number;
  readonly eligible: number;
  readonly assembly: {
    readonly call: number;
    readonly noticeDays: number;
    readonly present: number;
    readonly convened: number;
  } | null;
  readonly statutesAdopted: boolean;
  readonly seatsFilled: number;
  readonly base: readonly BaseUnit[];
  /** How delegates are shared out, where that is fixed because the election of the board was called. */
  readonly shares: readonly DelegateShare[] | null;
}

export interface Finding {
  /** What is needed, in the unit of the rule; null where it is not known yet. */
  readonly required: number | null;
  readonly actual: number | null;
}

const flag = (holds: boolean): number => (holds ? 1 : 0);

/** Units that count: all of them, or those with enough eligible registrants to have a body of their own. */
const counting = (facts: ReadinessInputs, rules: Thresholds): BaseUnit[] =>
  facts.base.filter(({ eligible }) => eligible >= (rules.get('BASE_ELIGIBLE_REGISTRANTS') ?? 0));

function baseShare(facts: ReadinessInputs, share: number, rules: Thresholds): Finding {
  const units = counting(facts, rules);
  const least = Math.min(rules.get('BASE_BODIES_MINIMUM') ?? 1, units.length);
  // Where no unit could have a body, there is no base to grow from, and one is still needed.
  const required = Math.max(Math.ceil(units.length * share), least, 1);
  return { required, actual: units.filter(({ active }) => active).length };
}

function quorum(facts: ReadinessInputs, first: number, rules: Thresholds): Finding {
  if (facts.assembly === null) return { required: null, actual: null };
  const { call, present, convened } = facts.assembly;
  const share = call >= 2 ? (rules.get('ASSEMBLY_SECOND_QUORUM') ?? first) : first;
  return { required: Math.ceil(convened * share), actual: present };
}

/** The delegates that are due from each body of the base, as they were fixed or would be now. */
const sharesOf = ({ base, shares }: ReadinessInputs, rules: Thresholds): readonly DelegateShare[] =>
  shares ??
  delegateShares(
    base.filter(({ active }) => active),
    rules,
  );

const delegatesOf = ({ base }: ReadinessInputs, unit: number): number =>
  base.find((one) => one.unit === unit)?.delegates ?? 0;

function delegatesElected(facts: ReadinessInputs, rules: Thresholds): Finding {
  const due = sharesOf(facts, rules);
  const complete = due.filter(({ unit, delegates }) => delegatesOf(facts, unit) >= delegates);
  return { required: Math.max(due.length, 1), actual: complete.length };
}

function electorsEnough(facts: ReadinessInputs, rules: Thresholds): Finding {
  const due = sharesOf(facts, rules);
  // Of more delegates than are due from a body, only as many may vote.
  const actual = sum(due, ({ unit, delegates }) => Math.min(delegates, delegatesOf(facts, unit)));
  const fixed = sum(due, ({ delegates }) => delegates);
  return { required: facts.shares === null ? assemblySize(due.length, rules) : fixed, actual };
}

type Judge = (facts: ReadinessInputs, value: number, rules: Thresholds) => Finding;

const JUDGES: Readonly<Record<string, Judge>> = {
  WAVE_OPEN: (facts, value) => ({ required: value, actual: flag(facts.waveOpen) }),
  COMMITTEE_MEMBERS: (facts, value) => ({ required: value, actual: facts.committeeMembers }),
  COMMITTEE_ARTISANS: (facts, value) => ({ required: value, actual: facts.committeeArtisans }),
  OUTREACH_SESSIONS: (facts, value) => ({ required: value, actual: facts.outreachSessions }),
  ELIGIBLE_REGISTRANTS: (facts, value) => ({ required: value, actual: facts.eligible }),
  BASE_BODIES_SHARE: baseShare,
  BASE_BODIES: (facts, value) => ({ required: value, actual: facts.base.filter(({ active }) => active).length }),
  DELEGATES_ELECTED: (facts, _value, rules) => delegatesElected(facts, rules),
  ELECTORS_ENOUGH: (facts, _value, rules) => electorsEnough(facts, rules),
  ASSEMBLY_NOTICE_DAYS: (facts, value) => ({ required: value, actual: facts.assembly?.noticeDays ?? null }),
  ASSEMBLY_QUORUM: quorum,
  STATUTES_ADOPTED: (facts, value) => ({ required: value, actual: flag(facts.statutesAdopted) }),
  BOARD_ELECTED: (facts, value) => ({ required: value, actual: facts.seatsFilled }),
};

/** Whether a rule is a condition of readiness; others are parameters of one, or govern something else. */
export const isCondition = (code: string): boolean => Object.hasOwn(JUDGES, code);

export function judge(code: string, facts: ReadinessInputs, rules: Thresholds): Finding {
  const value = rules.get(code);
  const judgeOf = JUDGES[code];
  return value === undefined || judgeOf === undefined ? { required: null, actual: null } : judgeOf(facts, value, rules);
}

export const isMet = ({ required, actual }: Finding): boolean =>
  required !== null && actual !== null && actual >= required;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const most = <Row>(rows: readonly Row[], of: (row: Row) => number): number => Math.max(0, ...rows.map(of));

const merged = (units: readonly BaseUnit[], unit: number): BaseUnit => ({
  unit,
  eligible: sum(units, ({ eligible }) => eligible),
  members: sum(units, ({ members }) => members),
  active: units.some(({ active }) => active),
  delegates: sum(units, ({ delegates }) => delegates),
});

/** A base in which some provinces are one: their people are added, and one active body stands for all. */
export function mergedBase(base: readonly BaseUnit[], groups: readonly (readonly number[])[]): BaseUnit[] {
  const grouped = new Set(groups.flat());
  const alone = base.filter(({ unit }) => !grouped.has(unit));
  const together = groups
    .map((group) => ({ group, units: base.filter(({ unit }) => group.includes(unit)) }))
    .filter(({ units }) => units.length > 0)
    .map(({ group, units }) => merged(units, group[0] ?? 0));
  return [...alone, ...together];
}

/**
 * The facts of provinces that are one: people and sessions are added; of committees, assemblies and boards the furthest
 * counts, for one of each would do.
 */
export function mergedFacts(all: readonly ReadinessInputs[]): ReadinessInputs {
  const held = all.map(({ assembly }) => assembly).filter((assembly) => assembly !== null);
  const best = held.toSorted((one, other) => other.present / other.convened - one.present / one.convened)[0] ?? null;
  const base = all.flatMap((facts) => facts.base);
  return {
    waveOpen: all.some(({ waveOpen }) => waveOpen),
    committeeMembers: most(all, ({ committeeMembers }) => committeeMembers),
    committeeArtisans: most(all, ({ committeeArtisans }) => committeeArtisans),
    outreachSessions: sum(all, ({ outreachSessions }) => outreachSessions),
    eligible: sum(all, ({ eligible }) => eligible),
    assembly: best,
    statutesAdopted: all.some(({ statutesAdopted }) => statutesAdopted),
    seatsFilled: most(all, ({ seatsFilled }) => seatsFilled),
    base: mergedBase(base, [base.map(({ unit }) => unit)]),
    shares: null,
  };
}
