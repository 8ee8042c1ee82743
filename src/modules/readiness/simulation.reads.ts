import { sql } from 'kysely';
import { returningColumns } from '../../platform/postgres/entity-mapping.ts';
import type { TenantScope } from '../../platform/tenancy/tenant-scope.ts';
import { requireGrant } from '../../platform/auth/viewer.ts';
import { today } from '../../platform/lib/dates.ts';
import { Violations } from '../../platform/errors/violations.ts';
import { BODY } from '../bodies/body.reads.ts';
import { rulesOn, thresholdsOn } from '../rules/rule.reads.ts';
import { thresholdFaults } from '../rules/rule.rules.ts';
import { type Body } from '../bodies/body.type.ts';
import { bodyClassByCode } from '../professions/profession.reads.ts';
import { provinceByCode, territoryByCode } from '../territory/territory.reads.ts';
import { readinessInputsOf, knownOf } from './readiness.reads.ts';
import {
  isCondition,
  isMet,
  judge,
  type ReadinessInputs,
  type Finding,
  type Thresholds,
  mergedBase,
  mergedFacts,
} from './readiness.rules.ts';
import type { ReadinessSimulationInput } from './readiness.input.ts';
import { SIMULATION } from './readiness.reasons.ts';
import type { SimulatedBody, SimulatedCondition, Simulation } from './readiness.type.ts';

type Groups = readonly (readonly number[])[];

/** The numbers of the merged provinces, group by group; each in one group, and each group in one region. */
function groupsOf(scope: TenantScope, input: ReadinessSimulationInput, faults: Violations): Groups {
  const seen = new Set<number>();
  return (input.mergedProvinces ?? []).map((codes, index) => {
    const path = `input.mergedProvinces[${String(index)}]`;
    const provinces = codes.flatMap((code) => faults.capture(() => provinceByCode(scope, code, path)) ?? []);
    const regions = new Set(provinces.map(({ regionId }) => regionId));
    faults.addIf(codes.length < 2 || regions.size > 1, path, SIMULATION.NOT_MERGEABLE);
    for (const { provinceId, code } of provinces) {
      faults.addIf(seen.has(provinceId), path, SIMULATION.MERGED_TWICE, { code });
      seen.add(provinceId);
    }
    return provinces.map(({ provinceId }) => provinceId);
  });
}

/** The live bodies that are judged, as far as the viewer may read them. */
function bodiesAt(
  scope: TenantScope,
  input: ReadinessSimulationInput,
  at: { bodyClassId: number; faults: Violations },
): Promise<Body[]> {
  const code = input.territory;
  const place = code == null ? null : at.faults.capture(() => territoryByCode(scope, code, 'input.territory'))?.place;
  at.faults.throwIfAny();
  const within = place?.regionId ?? null;
  return scope.rows<Body>(sql`
    select ${returningColumns(BODY)} from body t
    where t.region_id = any(${scope.viewer.grants.records.regions}::smallint[])
      and t.body_class_id = ${at.bodyClassId} and t.level = ${input.level} and t.state <> 'DISSOLVED'
      and (${within}::int is null or t.region_id = ${within}::int)
      and (${place?.provinceId ?? null}::int is null or t.province_id = ${place?.provinceId ?? null}::int)
    order by t.region_id, t.province_id, t.id`);
}

function rulesOf(
  scope: TenantScope,
  input: ReadinessSimulationInput,
  faults: Violations,
): { now: Thresholds; then: Thresholds } {
  const { level } = input;
  const now = thresholdsOn(scope, level, today());
  const given = input.thresholds ?? [];
  given.forEach(({ code, value, level: of }, index) => {
    const path = `input.thresholds[${String(index)}]`;
    const at = of ?? level;
    const known = rulesOn(scope, at, today()).some((rule) => rule.code === code);
    faults.addIf(!known, `${path}.code`, SIMULATION.NO_SUCH_RULE, { code, level: at });
    faults.addAll(thresholdFaults(code, value, `${path}.value`));
  });
  // A rule of another level than that of the bodies is none of their conditions.
  const changed = given.filter((one) => (one.level ?? level) === level).map((one) => [one.code, one.value] as const);
  return { now, then: new Map([...now, ...changed]) };
}

type Judged = ReadonlyMap<string, Finding>;

const judgedBy = (facts: ReadinessInputs, rules: Thresholds): Judged =>
  new Map([...rules.keys()].filter(isCondition).map((code) => [code, judge(code, facts, rules)]));

const allMet = (judged: Judged): boolean => [...judged.values()].every(isMet);

function changesOf(now: readonly Judged[], then: Judged): SimulatedCondition[] {
  const only = now.length === 1 ? now[0] : undefined;
  return [...then].flatMap(([code, finding]) => {
    const metNow = now.some((judged) => isMet(judged.get(code) ?? { required: null, actual: null }));
    const metThen = isMet(finding);
    if (metNow === metThen) return [];
    const required = { requiredNow: now[0]?.get(code)?.required ?? null, requiredThen: finding.required };
    const actual = { actualNow: only?.get(code)?.actual ?? null, actualThen: finding.actual };
    return [{ code, ...required, ...actual, metNow, metThen }];
  });
}

/** Bodies that would be one: those of the provinces of each group; every other body for itself. */
function togetherIn(bodies: readonly Body[], groups: Groups): Body[][] {
  const groupOf = ({ provinceId }: Body) =>
    groups.findIndex((group) => provinceId !== null && group.includes(provinceId));
  const units = new Map<string, Body[]>();
  for (const body of bodies) {
    const group = groupOf(body);
    const unit = group < 0 ? `body ${String(body.id)}` : `group ${String(group)}`;
    units.set(unit, [...(units.get(unit) ?? []), body]);
  }
  return [...units.values()];
}

/** Judges bodies as they are and as they would be. */
export async function simulationOf(scope: TenantScope, input: ReadinessSimulationInput): Promise<Simulation> {
  requireGrant(scope.viewer, 'READ_RECORDS');
  const faults = new Violations();
  const groups = groupsOf(scope, input, faults);
  const rules = rulesOf(scope, input, faults);
  const bodyClass = faults.capture(() => bodyClassByCode(scope, input.bodyClass, 'input.bodyClass'));
  const bodies = await bodiesAt(scope, input, { bodyClassId: bodyClass?.bodyClassId ?? 0, faults });
  if (bodies.length === 0) return { readyNow: 0, readyThen: 0, bodies: [] };
  const known = await knownOf(scope, bodies);
  const judged = togetherIn(bodies, groups).map((together): SimulatedBody => {
    const facts = together.map((body) => readinessInputsOf(scope, known, body));
    const now = facts.map((one) => judgedBy(one, rules.now));
    const whole = facts.length === 1 && facts[0] !== undefined ? facts[0] : mergedFacts(facts);
    // Delegates that were shared out among provinces are shared out again among what these would be.
    const shares = groups.length === 0 ? whole.shares : null;
    const then = judgedBy({ ...whole, base: mergedBase(whole.base, groups), shares }, rules.then);
    return { bodies: together, readyNow: now.some(allMet), readyThen: allMet(then), changes: changesOf(now, then) };
  });
  const [readyNow, readyThen] = [judged.filter((one) => one.readyNow), judged.filter((one) => one.readyThen)];
  return { readyNow: readyNow.length, readyThen: readyThen.length, bodies: judged };
}
