import { sql } from 'kysely';
import { anyOf, idsOf, queriesOn, regionsOf } from '../../platform/postgres/sql.ts';
import type { Batch, TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { daysBetween, today } from '../../platform/lib/dates.ts';
import { memoizeByObject } from '../../platform/lib/memoize.ts';
import { rulesOn, thresholdsOn } from '../rules/rule.reads.ts';
import type { DelegateShare } from '../bodies/body.rules.ts';
import type { Body } from '../bodies/body.type.ts';
import type { Rule } from '../rules/rule.type.ts';
import type { BodyFigureTable } from '../figures/figure.table.ts';
import { bodyClassOf, nomenclatureOf } from '../professions/profession.reads.ts';
import { isCondition, isMet, judge, type BaseUnit, type ReadinessInputs } from './readiness.rules.ts';
import type { Readiness } from './readiness.type.ts';
import { STANDING } from './standing.statements.ts';

const db = queriesOn<typeof BodyFigureTable>();

/** A unit of the base with its territory; region and province 0 stand for none. */
interface UnitRow {
  readonly regionId: number;
  readonly provinceId: number;
  readonly bodyClassId: number;
  readonly eligible: number;
  readonly members: number;
  readonly provincialActive: number;
  readonly provincialDelegates: number;
  readonly outreachSessions: number;
}
interface RegionalRow {
  readonly regionId: number;
  readonly bodyClassId: number;
  readonly active: number;
  readonly delegates: number;
}
interface StandingRow {
  readonly id: number;
  readonly members: number;
  readonly artisans: number;
  readonly call: number | null;
  readonly calledOn: string | null;
  readonly heldOn: string | null;
  readonly present: number | null;
  readonly convened: number | null;
  readonly statutesAdoptedOn: string | null;
  readonly seatsFilled: number;
  readonly shares: readonly DelegateShare[] | null;
}

/** What stands about the bodies themselves. */
const standingsOf = (scope: TenantScope, bodies: readonly Body[]): Promise<StandingRow[]> =>
  scope.rows<StandingRow>(sql`
    select b.id, coalesce(c.members, 0)::int as members, coalesce(c.artisans, 0)::int as artisans,
      a.call, a.called_on as "calledOn", a.held_on as "heldOn", a.present, a.convened,
      b.statutes_adopted_on as "statutesAdoptedOn", s.filled as "seatsFilled", x.shares
    from body b
    ${sql.raw(STANDING)}
    where b.region_id = ${regionsOf(bodies)} and b.id = ${idsOf(bodies)}`);

/** The base by province: from the figures, which every viewer of a body may see, whatever rows the viewer may read. */
const unitsOf = (scope: TenantScope, classes: readonly number[], regions: readonly number[]): Promise<UnitRow[]> =>
  scope.rows<UnitRow>(sql`
    with people as (
      select region_id, province_id, body_class_id, eligible, members from class_figure
      where body_class_id = any(${classes}::smallint[]) and region_id = any(${regions}::smallint[])
    ), standing as (
      select region_id, province_id, body_class_id, bodies_active, delegates, outreach_sessions from body_figure
      where level = 'PROVINCIAL' and body_class_id = any(${classes}::smallint[]) and region_id = any(${regions}::smallint[])
    )
    select region_id as "regionId", province_id as "provinceId", body_class_id as "bodyClassId",
      coalesce(eligible, 0) as eligible, coalesce(members, 0) as members, coalesce(bodies_active, 0) as "provincialActive",
      coalesce(delegates, 0) as "provincialDelegates", coalesce(outreach_sessions, 0) as "outreachSessions"
    from people full join standing using (region_id, province_id, body_class_id)`);

const regionalsOf = (scope: TenantScope, classes: readonly number[]): Promise<RegionalRow[]> =>
  scope.rows(
    db
      .selectFrom('body_figure')
      .select(['region_id as regionId', 'body_class_id as bodyClassId', 'bodies_active as active', 'delegates'])
      .where('level', '=', 'REGIONAL')
      .where('body_class_id', '=', anyOf(classes, 'smallint'))
      .where('region_id', '=', anyOf(scope.viewer.grants.figures.regions, 'smallint')),
  );

export interface Known {
  readonly standings: ReadonlyMap<string | number, StandingRow>;
  readonly units: readonly UnitRow[];
  readonly regionals: readonly RegionalRow[];
}

export async function knownOf(scope: TenantScope, bodies: readonly Body[]): Promise<Known> {
  const classes = [...new Set(bodies.map(({ bodyClassId }) => bodyClassId))];
  const national = bodies.some(({ level }) => level === 'NATIONAL');
  const regions = national ? scope.viewer.grants.figures.regions : [...new Set(bodies.map(({ regionId }) => regionId))];
  const [standings, units, regionals] = await Promise.all([
    standingsOf(scope, bodies),
    unitsOf(scope, classes, regions),
    national ? regionalsOf(scope, classes) : [],
  ]);
  return { standings: new Map(standings.map((row) => [row.id, row])), units, regionals };
}

const provinceUnit = (row: UnitRow): BaseUnit => {
  const { eligible, members, provincialActive, provincialDelegates } = row;
  return { unit: row.provinceId, eligible, members, active: provincialActive > 0, delegates: provincialDelegates };
};

function regionUnits(known: Known, bodyClassId: number): BaseUnit[] {
  const units = known.units.filter((unit) => unit.bodyClassId === bodyClassId);
  return known.regionals
    .filter((row) => row.bodyClassId === bodyClassId)
    .map(({ regionId, active, delegates }) => {
      const own = units.filter((unit) => unit.regionId === regionId);
      const sum = (of: (unit: UnitRow) => number): number => own.reduce((total, unit) => total + of(unit), 0);
      return {
        unit: regionId,
        eligible: sum((unit) => unit.eligible),
        members: sum((unit) => unit.members),
        active: active > 0,
        delegates,
      };
    });
}

function baseOf(known: Known, body: Body): BaseUnit[] {
  if (body.level === 'NATIONAL') return regionUnits(known, body.bodyClassId);
  return known.units
    .filter((unit) => unit.regionId === body.regionId && unit.bodyClassId === body.bodyClassId)
    .filter((unit) => body.provinceId === null || unit.provinceId === body.provinceId)
    .map(provinceUnit);
}

function assemblyOf(row: StandingRow | undefined): ReadinessInputs['assembly'] {
  if (row?.calledOn == null || row.heldOn === null) return null;
  const noticeDays = daysBetween(row.calledOn, row.heldOn);
  return { call: row.call ?? 1, noticeDays, present: row.present ?? 0, convened: row.convened ?? 0 };
}

function isWaveOpen(scope: TenantScope, bodyClassId: number, day: string): boolean {
  const waveId = bodyClassOf(scope, bodyClassId)?.waveId;
  const wave = nomenclatureOf(scope).waves.find(({ number }) => number === waveId);
  return wave?.opensOn != null && wave.opensOn <= day && (wave.closesOn === null || day < wave.closesOn);
}

export function readinessInputsOf(scope: TenantScope, known: Known, body: Body): ReadinessInputs {
  const row = known.standings.get(body.id);
  const base = baseOf(known, body);
  const own = known.units.find((unit) => unit.provinceId === body.provinceId && unit.bodyClassId === body.bodyClassId);
  return {
    waveOpen: isWaveOpen(scope, body.bodyClassId, today()),
    committeeMembers: row?.members ?? 0,
    committeeArtisans: row?.artisans ?? 0,
    outreachSessions: own?.outreachSessions ?? 0,
    eligible: base.reduce((sum, unit) => sum + unit.eligible, 0),
    assembly: assemblyOf(row),
    statutesAdopted: row?.statutesAdoptedOn != null,
    seatsFilled: row?.seatsFilled ?? 0,
    base,
    shares: row?.shares ?? null,
  };
}

// The list of rules stays the same for a day.
const conditionsIn = memoizeByObject((rules: readonly Rule[]) => rules.filter(({ code }) => isCondition(code)));

function readinessOf(scope: TenantScope, body: Body, facts: ReadinessInputs): Readiness {
  const day = today();
  const thresholds = thresholdsOn(scope, body.level, day);
  const conditions = conditionsIn(rulesOn(scope, body.level, day)).map((rule) => {
    const { required, actual } = judge(rule.code, facts, thresholds);
    return { code: rule.code, required, actual, met: isMet({ required, actual }), rule };
  });
  const missing = conditions.filter(({ met }) => !met);
  return { ready: missing.length === 0, conditions, missing };
}

/** The readiness of many bodies, with at most three statements whatever their number. */
export const readinessesOf: Batch<Body, Readiness> = async (scope, bodies) => {
  const known = await knownOf(scope, bodies);
  return bodies.map((body) => readinessOf(scope, body, readinessInputsOf(scope, known, body)));
};
