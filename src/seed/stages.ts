import type { BodyState } from '../modules/bodies/body.rules.ts';
import type { CommitteeState } from '../modules/committees/committee.rules.ts';
import { Random } from './random.ts';
import type { Nation, Place } from './weights.ts';

/** How far a class has come in a province. */
export type Stage = 'PLANNED' | 'OUTREACH' | 'COMMITTEE' | 'STATUTES' | 'CALLED' | 'FOUNDED' | 'ACTIVE';
const STAGES: readonly Stage[] = ['PLANNED', 'OUTREACH', 'COMMITTEE', 'STATUTES', 'CALLED', 'FOUNDED', 'ACTIVE'];

/** The classes of the first wave. */
export const VEHICLE_REPAIR = 1;
export const HAIRDRESSING = 2;
const JEWELLERY = 3;
const CLOTHING = 4;
export const FIRST_WAVE = [VEHICLE_REPAIR, HAIRDRESSING, JEWELLERY, CLOTHING] as const;

// How far each region has come at most: invented, but for the order that the press reports.
const REACH: Readonly<Record<number, number>> = {
  1: 4,
  2: 3,
  3: 6,
  4: 4,
  5: 3,
  6: 5,
  7: 5,
  8: 2,
  9: 3,
  10: 3,
  11: 3,
  12: 0,
};
const CLASS_LAG: Readonly<Record<number, number>> = {
  [VEHICLE_REPAIR]: 0,
  [HAIRDRESSING]: 0,
  [JEWELLERY]: 2,
  [CLOTHING]: 1,
};
/** The region that is furthest, and has regional bodies. */
export const LEADING_REGION = 3;
const ELIGIBLE_SHARE = 0.88 * 0.86;
// Well above the 30 eligible registrants that the rule demands, for the draw may fall short.
const ENOUGH_TO_FOUND = 40;
const ENOUGH_FOR_COMMITTEE = 12;

/** What went wrong somewhere, so that the demonstration shows it. */
export type Setback = 'NO_QUORUM' | 'COMMITTEE_FAILED' | 'SUSPENDED' | 'DISSOLVED';
const MISHAPS: readonly { iso: string; bodyClassId: number; mishap: Setback }[] = [
  { iso: 'MA-SAL', bodyClassId: HAIRDRESSING, mishap: 'NO_QUORUM' },
  { iso: 'MA-TNG', bodyClassId: CLOTHING, mishap: 'COMMITTEE_FAILED' },
  { iso: 'MA-CAS', bodyClassId: HAIRDRESSING, mishap: 'SUSPENDED' },
  { iso: 'MA-SAL', bodyClassId: VEHICLE_REPAIR, mishap: 'DISSOLVED' },
];

export interface Standing {
  readonly place: Place;
  readonly bodyClassId: number;
  readonly stage: Stage;
  readonly mishap: Setback | null;
}

function stageOf(place: Place, bodyClassId: number, draw: { expected: number; random: Random }): Stage {
  const { expected, random } = draw;
  const reach = (REACH[place.regionId] ?? 0) - (CLASS_LAG[bodyClassId] ?? 0);
  const leads = place.regionId === LEADING_REGION && CLASS_LAG[bodyClassId] === 0;
  const drawn = reach + (leads ? 0 : random.between(-1, 1));
  const possible = expected >= ENOUGH_TO_FOUND ? 6 : expected >= ENOUGH_FOR_COMMITTEE ? 3 : 1;
  return STAGES[Math.max(0, Math.min(drawn, possible))] ?? 'PLANNED';
}

/** Where each class of the first wave stands in each province, for a population of a size. */
export function standingsOf(nation: Nation, artisans: number, seed: number): Standing[] {
  const random = new Random(seed ^ 0x5eed);
  return FIRST_WAVE.flatMap((bodyClassId) => {
    const crafts = nation.crafts.filter((craft) => craft.bodyClassId === bodyClassId);
    const share = crafts.reduce((sum, craft) => sum + craft.share, 0);
    return nation.places.map((place): Standing => {
      const expected = artisans * place.share * share * ELIGIBLE_SHARE;
      const drawn = stageOf(place, bodyClassId, { expected, random });
      const wrong =
        MISHAPS.find((entry) => entry.iso === place.iso && entry.bodyClassId === bodyClassId)?.mishap ?? null;
      if (wrong === null) return { place, bodyClassId, stage: drawn, mishap: null };
      return { place, bodyClassId, ...withMishap(wrong, expected) };
    });
  });
}

function withMishap(mishap: Setback, expected: number): { stage: Stage; mishap: Setback | null } {
  if (expected < (mishap === 'COMMITTEE_FAILED' ? ENOUGH_FOR_COMMITTEE : ENOUGH_TO_FOUND)) {
    return { stage: expected < ENOUGH_FOR_COMMITTEE ? 'PLANNED' : 'OUTREACH', mishap: null };
  }
  if (mishap === 'COMMITTEE_FAILED') return { stage: 'OUTREACH', mishap };
  if (mishap === 'DISSOLVED') return { stage: 'PLANNED', mishap };
  return { stage: mishap === 'SUSPENDED' ? 'ACTIVE' : 'STATUTES', mishap };
}

export const isFounded = (stage: Stage): boolean => stage === 'FOUNDED' || stage === 'ACTIVE';
export const atLeast = (stage: Stage, least: Stage): boolean => STAGES.indexOf(stage) >= STAGES.indexOf(least);

export function bodyStateOf({ stage, mishap }: Pick<Standing, 'stage' | 'mishap'>): BodyState {
  if (mishap === 'SUSPENDED') return 'SUSPENDED';
  if (stage === 'FOUNDED' || stage === 'ACTIVE') return stage;
  // A body is prepared once a committee is formed.
  return atLeast(stage, 'COMMITTEE') ? 'IN_PREPARATION' : 'PLANNED';
}

export function committeeStateOf(stage: Stage): CommitteeState {
  if (isFounded(stage)) return 'DISCHARGED';
  if (stage === 'STATUTES' || stage === 'CALLED') return 'STATUTES_DRAFTED';
  return stage === 'COMMITTEE' ? 'FORMED' : 'PLANNED';
}
