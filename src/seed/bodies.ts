import type { BodyState } from '../modules/bodies/body.rules.ts';
import type { BodyLevel } from '../modules/committees/committee.rules.ts';
import { addDays } from '../platform/lib/dates.ts';
import type { Cell } from './copy.ts';
import { Random } from './random.ts';
import {
  bodyStateOf,
  FIRST_WAVE,
  HAIRDRESSING,
  isFounded,
  LEADING_REGION,
  VEHICLE_REPAIR,
  type Setback,
  type Stage,
  type Standing,
} from './stages.ts';

const REGIONS = Array.from({ length: 12 }, (_, index) => index + 1);
const FIRST_FOUNDING = '2026-02-05';
const REGIONAL_FOUNDING = '2026-09-15';
const APPROVAL_DAYS = 30;
// A regional body rests on two provincial ones at least.
const BASE_BODIES = 2;

/** A body as the demonstration makes it, with what the rest is derived from. */
export interface BodyPlan {
  readonly id: number;
  readonly level: BodyLevel;
  readonly regionId: number;
  readonly provinceId: number | null;
  readonly bodyClassId: number;
  readonly stage: Stage;
  readonly mishap: Setback | null;
  readonly state: BodyState;
  readonly foundedOn: string | null;
}

type Draft = Omit<BodyPlan, 'id'>;

function provincial(standing: Standing, random: Random): Draft[] {
  const { place, bodyClassId, stage, mishap } = standing;
  const at = { level: 'PROVINCIAL', regionId: place.regionId, provinceId: place.id, bodyClassId } as const;
  const founded = isFounded(stage) ? addDays(FIRST_FOUNDING, random.below(150)) : null;
  const live: Draft = { ...at, stage, mishap, state: bodyStateOf(standing), foundedOn: founded };
  if (mishap !== 'DISSOLVED') return [live];
  // An older body that did not last; the programme plans another in its place.
  return [
    { ...at, stage: 'FOUNDED', mishap, state: 'DISSOLVED', foundedOn: '2025-12-18' },
    { ...live, mishap: null },
  ];
}

function regional(regionId: number, bodyClassId: number, standings: readonly Standing[]): Draft {
  const own = standings.filter(
    (standing) => standing.place.regionId === regionId && standing.bodyClassId === bodyClassId,
  );
  const active = own.filter(({ stage, mishap }) => stage === 'ACTIVE' && mishap === null).length;
  const leads = regionId === LEADING_REGION && (bodyClassId === VEHICLE_REPAIR || bodyClassId === HAIRDRESSING);
  const founded = leads && active >= BASE_BODIES;
  const begun = own.some(({ stage }) => isFounded(stage));
  const stage: Stage = founded ? 'ACTIVE' : begun ? 'COMMITTEE' : 'PLANNED';
  return {
    ...{ level: 'REGIONAL', regionId, provinceId: null, bodyClassId, stage, mishap: null },
    state: bodyStateOf({ stage, mishap: null }),
    foundedOn: founded ? REGIONAL_FOUNDING : null,
  };
}

/** The national body of the class that leads is on its way; the others wait for their base. */
function national(bodyClassId: number): Draft {
  const stage: Stage = bodyClassId === VEHICLE_REPAIR ? 'COMMITTEE' : 'PLANNED';
  return {
    ...{ level: 'NATIONAL', regionId: 0, provinceId: null, bodyClassId, stage, mishap: null },
    ...{ state: bodyStateOf({ stage, mishap: null }), foundedOn: null },
  };
}

/** The bodies of the first wave: one for each class and territory, whatever its state. */
export function bodyPlans(standings: readonly Standing[], seed: number): BodyPlan[] {
  const random = new Random(seed ^ 0xb0d1e5);
  const drafts = [
    ...standings.flatMap((standing) => provincial(standing, random)),
    ...FIRST_WAVE.flatMap((bodyClassId) => REGIONS.map((regionId) => regional(regionId, bodyClassId, standings))),
    ...FIRST_WAVE.map(national),
  ];
  return drafts.map((draft, index) => ({ id: index + 1, ...draft }));
}

export function bodyRow(plan: BodyPlan): Record<string, Cell> {
  const { id, level, regionId, provinceId, bodyClassId, state, foundedOn } = plan;
  const approved = state === 'ACTIVE' || state === 'SUSPENDED';
  return {
    ...{ id, region_id: regionId, level, province_id: provinceId, body_class_id: bodyClassId, state },
    founded_on: foundedOn,
    approved_on: approved && foundedOn !== null ? addDays(foundedOn, APPROVAL_DAYS) : null,
    suspended_on: state === 'SUSPENDED' ? '2026-10-12' : null,
    dissolved_on: state === 'DISSOLVED' ? '2026-05-04' : null,
    statutes_adopted_on: foundedOn,
  };
}

/** Whether registrants are members of it now. */
export const hasMembers = ({ level, state }: BodyPlan): boolean =>
  level === 'PROVINCIAL' && ['FOUNDED', 'ACTIVE', 'SUSPENDED'].includes(state);
