import { withClient } from '../../src/platform/postgres/open.ts';
import {
  isCondition,
  isMet,
  judge,
  type BaseUnit,
  type ReadinessInputs,
  type Thresholds,
} from '../../src/modules/readiness/readiness.rules.ts';
import { STANDING } from '../../src/modules/readiness/standing.statements.ts';
import { daysBetween, today } from '../../src/platform/lib/dates.ts';

const standings = (columns: string, condition: string): string => `
  select b.id, ${columns} coalesce(c.members, 0)::int as members, coalesce(c.artisans, 0)::int as artisans, a.call,
    a.called_on::text as "calledOn", a.held_on::text as "heldOn", a.present, a.convened,
    b.statutes_adopted_on is not null as adopted, s.filled, x.shares
  from body b
  ${STANDING}
  where b.region_id = any($1::smallint[]) and ${condition}`;

/** $1 regions, $2 bodies: what stands about bodies themselves. */
export const STANDINGS = standings('', 'b.id = any($2::int[])');

/** $1 regions, $2 class: the live bodies of a class with what stands about them. */
export const LIVE_BODIES = standings(
  'b.level, b.state, b.region_id as "regionId", b.province_id as "provinceId", b.body_class_id as "bodyClassId",',
  `b.body_class_id = $2 and b.state <> 'DISSOLVED' order by b.region_id, b.province_id, b.id`,
);

/** $1 class, $2 regions: the base of bodies of a class by province, and province 0 for a region's own body. */
export const UNITS = `
  with people as (
    select region_id, province_id, eligible, members from class_figure
    where body_class_id = $1 and region_id = any($2::smallint[])
  ), standing as (
    select region_id, province_id, bodies_active, delegates, outreach_sessions from body_figure
    where level in ('PROVINCIAL', 'REGIONAL') and body_class_id = $1 and region_id = any($2::smallint[])
  )
  select region_id as "regionId", province_id as "provinceId", coalesce(eligible, 0) as eligible,
    coalesce(members, 0) as members, coalesce(bodies_active, 0) as active, coalesce(delegates, 0) as delegates,
    coalesce(outreach_sessions, 0) as sessions
  from people full join standing using (region_id, province_id)`;

export interface StandingRow {
  readonly id: number;
  readonly members: number;
  readonly artisans: number;
  readonly call: number | null;
  readonly calledOn: string | null;
  readonly heldOn: string | null;
  readonly present: number | null;
  readonly convened: number | null;
  readonly adopted: boolean;
  readonly filled: number;
  readonly shares: ReadinessInputs['shares'];
}
export interface UnitRow {
  readonly regionId: number;
  readonly provinceId: number;
  readonly eligible: number;
  readonly members: number;
  readonly active: number;
  readonly delegates: number;
  readonly sessions: number;
}
export interface BodyPlace {
  readonly level: string;
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly bodyClassId: number;
}
export interface Readiness {
  readonly ready: boolean;
  readonly conditions: readonly { code: string; met: boolean; required: number | null; actual: number | null }[];
}

/** The thresholds of each level in their order, and the classes whose wave is open: few, and kept in memory by everybody. */
export interface Rulebook {
  readonly rules: ReadonlyMap<string, Thresholds>;
  readonly open: ReadonlySet<number>;
}

export function rulebookOf(databaseUrl: string): Promise<Rulebook> {
  return withClient(databaseUrl, async (client) => {
    const rules = await client.query<{ level: string; code: string; value: number }>(
      `select level, code, value from rule where valid_from <= $1 and (valid_to is null or $1 < valid_to) order by rank, valid_from`,
      [today()],
    );
    const open = await client.query<{ id: number }>(
      `select c.id from body_class c join wave w on w.id = c.wave_id
       where w.opens_on <= $1 and (w.closes_on is null or $1 < w.closes_on)`,
      [today()],
    );
    const thresholds = new Map<string, Map<string, number>>();
    for (const { level, code, value } of rules.rows) {
      thresholds.set(level, (thresholds.get(level) ?? new Map<string, number>()).set(code, value));
    }
    return { rules: thresholds, open: new Set(open.rows.map(({ id }) => id)) };
  });
}

const unitOf = (row: UnitRow, unit: number): BaseUnit => ({ ...row, unit, active: row.active > 0 });

/** A region of the nation's base: what its provinces have together, and what its own body sends. */
function regionOf(own: UnitRow, units: readonly UnitRow[]): BaseUnit {
  const provinces = units.filter(({ regionId, provinceId }) => regionId === own.regionId && provinceId !== 0);
  const eligible = provinces.reduce((sum, unit) => sum + unit.eligible, 0);
  const members = provinces.reduce((sum, unit) => sum + unit.members, 0);
  return { ...unitOf(own, own.regionId), eligible, members };
}

function baseOf({ level, regionId, provinceId }: BodyPlace, units: readonly UnitRow[]): BaseUnit[] {
  if (level === 'NATIONAL') {
    return units.filter((unit) => unit.provinceId === 0).map((unit) => regionOf(unit, units));
  }
  return units
    .filter((unit) => unit.regionId === regionId && unit.provinceId !== 0)
    .filter((unit) => provinceId === null || unit.provinceId === provinceId)
    .map((unit) => unitOf(unit, unit.provinceId));
}

function assemblyOf({ calledOn, heldOn, call, present, convened }: StandingRow): ReadinessInputs['assembly'] {
  if (calledOn === null || heldOn === null) return null;
  return { call: call ?? 1, noticeDays: daysBetween(calledOn, heldOn), present: present ?? 0, convened: convened ?? 0 };
}

const NONE: Thresholds = new Map();
/** Judges a body by the same rules as hiraf, which are functions without a database. */
export function judged(
  { rules, open }: Rulebook,
  body: BodyPlace,
  { standing, units }: { standing: StandingRow; units: readonly UnitRow[] },
): Readiness {
  const base = baseOf(body, units);
  const facts: ReadinessInputs = {
    waveOpen: open.has(body.bodyClassId),
    committeeMembers: standing.members,
    committeeArtisans: standing.artisans,
    outreachSessions: units.find(({ provinceId }) => provinceId === body.provinceId)?.sessions ?? 0,
    eligible: base.reduce((sum, unit) => sum + unit.eligible, 0),
    assembly: assemblyOf(standing),
    statutesAdopted: standing.adopted,
    seatsFilled: standing.filled,
    base,
    shares: standing.shares,
  };
  const own = rules.get(body.level) ?? NONE;
  const conditions = [...own.keys()].filter(isCondition).map((code) => {
    const finding = judge(code, facts, own);
    return { code, met: isMet(finding), ...finding };
  });
  return { ready: conditions.every(({ met }) => met), conditions };
}
