import { addDays } from '../platform/lib/dates.ts';
import type { BodyPlan } from './bodies.ts';
import type { Cell } from './copy.ts';
import type { Names } from './names.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import { atLeast, committeeStateOf } from './stages.ts';

type Row = Record<string, Cell>;

const ARTISANS_IN_COMMITTEE = 5;
const MANDATE_DAYS = 270;
const OTHERS = ['AMIN', 'ASSOCIATION', 'ADMINISTRATION'] as const;
/** Of the nation's committee: artisans are rows of a region, and the nation's committee is in none. */
const OF_THE_NATION = ['ADMINISTRATION', 'CHAMBER', 'CHAMBER', 'ASSOCIATION', 'ASSOCIATION', 'AMIN'] as const;

export interface CommitteePlan {
  readonly id: number;
  readonly body: BodyPlan;
  readonly failed: boolean;
}

/** A committee for every body with which something has begun, and the one that failed. */
export function committeePlans(bodies: readonly BodyPlan[]): CommitteePlan[] {
  const begun = bodies.filter(({ stage, level }) => stage !== 'PLANNED' || level === 'NATIONAL');
  return begun.map((body, index) => ({ id: index + 1, body, failed: body.mishap === 'COMMITTEE_FAILED' }));
}

const isFormed = ({ body, failed }: CommitteePlan): boolean => failed || atLeast(body.stage, 'COMMITTEE');

const formedOn = (plan: CommitteePlan): string | null => {
  if (!isFormed(plan)) return null;
  const { foundedOn, id } = plan.body;
  return foundedOn === null ? addDays('2026-03-02', (id * 13) % 180) : addDays(foundedOn, -60);
};

export function committeeRow(plan: CommitteePlan): Row {
  const { body, id, failed } = plan;
  const formed = formedOn(plan);
  const drafted = !failed && formed !== null && atLeast(body.stage, 'STATUTES');
  return {
    ...{
      id,
      region_id: body.regionId,
      level: body.level,
      province_id: body.provinceId,
      body_class_id: body.bodyClassId,
    },
    state: failed ? 'FAILED' : committeeStateOf(body.stage),
    planned_on: addDays(formed ?? '2026-12-15', -14),
    formed_on: formed,
    statutes_drafted_on: drafted ? addDays(formed, 30) : null,
    mandate_ends_on: formed === null ? null : addDays(formed, MANDATE_DAYS),
    discharged_on: body.foundedOn,
  };
}

/** Artisans of the class, chaired by the first of them, and those who stand beside them; in the nation's committee these alone. */
export function memberRows(
  plan: CommitteePlan,
  artisans: readonly Person[],
  draw: { random: Random; names: Names },
): Row[] {
  const joined = formedOn(plan);
  if (joined === null) return [];
  const { regionId, provinceId } = plan.body;
  const base = { region_id: regionId, committee_id: plan.id, province_id: provinceId, joined_on: joined };
  const sitting = artisans.slice(0, ARTISANS_IN_COMMITTEE).map((person, index) => ({
    ...{ ...base, artisan_id: person.id, capacity: 'ARTISAN', chair: index === 0 },
    name_ar: person.name.ar,
    name_latin: person.name.latin,
  }));
  const others = plan.body.level === 'NATIONAL' ? OF_THE_NATION : OTHERS;
  const beside = others.map((capacity, index) => {
    const name = draw.names.person(draw.random, draw.random.chance(0.3));
    const chair = sitting.length === 0 && index === 0;
    return { ...base, artisan_id: null, capacity, chair, name_ar: name.ar, name_latin: name.latin };
  });
  return [...sitting, ...beside];
}
