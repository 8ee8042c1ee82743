import type { BaseUnit, ReadinessInputs } from './readiness.rules.ts';

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
  };
}
