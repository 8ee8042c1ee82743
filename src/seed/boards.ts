import { addDays } from '../platform/lib/dates.ts';
import { delegateShares } from '../modules/bodies/body.rules.ts';
import { termEnd } from '../modules/seats/seat.rules.ts';
import type { BodyPlan } from './bodies.ts';
import type { Cell } from './copy.ts';
import type { Person } from './people.ts';
import type { Pools } from './pools.ts';

type Row = Record<string, Cell>;

const TERM_YEARS = 6;
/** Delegates are elected so many days after the foundation. */
const DELEGATES_AFTER = 20;
const NOTICE_DAYS = 20;
/** The rules by which delegates are shared out, as `data/rules.json` has them. */
const RULES = new Map([
  ['BOARD_ELECTED', 10],
  ['DELEGATES_PER_SEAT', 2],
  ['DELEGATES_OF_A_BODY', 2],
]);
// Bodies outside the lead keep a seat vacant now and then.
const VACANT_EVERY = 3;

/** The bodies of the base of a regional or national body. */
function baseOf(plan: BodyPlan, plans: readonly BodyPlan[]): BodyPlan[] {
  const level = plan.level === 'NATIONAL' ? 'REGIONAL' : 'PROVINCIAL';
  const ofClass = plans.filter((other) => other.level === level && other.bodyClassId === plan.bodyClassId);
  return plan.level === 'NATIONAL' ? ofClass : ofClass.filter(({ regionId }) => regionId === plan.regionId);
}

/** Artisans who may sit in the committee that prepares a regional body: members of its base. */
export const committeePeople = (plan: BodyPlan, plans: readonly BodyPlan[], pools: Pools): Person[] =>
  plan.level === 'NATIONAL'
    ? []
    : // The last of each pool, so that hardly anybody sits in both.
      baseOf(plan, plans).flatMap(({ id }) => pools.membersOf(id).slice(-8));

/** People of several bodies in turn, so that each has some of the first. */
function inTurn(groups: readonly (readonly Person[])[]): Person[] {
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => groups.map((group) => group[index]))
    .flat()
    .filter((person) => person !== undefined);
}

/** Who elects the board of a body: its members, or the delegates of the active bodies of its base. */
export function electorsOf(plan: BodyPlan, plans: readonly BodyPlan[], pools: Pools): Person[] {
  if (plan.level === 'PROVINCIAL') return [...pools.membersOf(plan.id)];
  return inTurn(baseOf(plan, plans).map((body) => delegatesOf(body, plans, pools)));
}

/** The delegates of an active body: its share of the assembly above. */
function delegatesOf(plan: BodyPlan, plans: readonly BodyPlan[], pools: Pools): Person[] {
  if (plan.state !== 'ACTIVE' || plan.level === 'NATIONAL') return [];
  const siblings = plans.filter(
    ({ level, state, bodyClassId, regionId }) =>
      level === plan.level &&
      state === 'ACTIVE' &&
      bodyClassId === plan.bodyClassId &&
      (level === 'REGIONAL' || regionId === plan.regionId),
  );
  const base = siblings.map((body) => ({ unit: body.id, members: memberCountOf(body, plans, pools) }));
  const own = delegateShares(base, RULES).find(({ unit }) => unit === plan.id);
  return electorsOf(plan, plans, pools).slice(0, own?.delegates ?? 0);
}

export function memberCountOf(plan: BodyPlan, plans: readonly BodyPlan[], pools: Pools): number {
  if (plan.level === 'PROVINCIAL') return pools.memberCount(plan.id);
  return plans
    .filter((other) => other.level === 'PROVINCIAL' && other.regionId === plan.regionId)
    .filter(({ bodyClassId }) => bodyClassId === plan.bodyClassId)
    .reduce((sum, { id }) => sum + pools.memberCount(id), 0);
}

const holder = (person: Person | undefined): Row => ({
  artisan_region_id: person?.place.regionId ?? null,
  artisan_id: person?.id ?? null,
  name_ar: person?.name.ar ?? null,
  name_latin: person?.name.latin ?? null,
  sex: person?.sex ?? null,
});

/** The seats of a founded body, one office after the other. */
export function seatRows(
  plan: BodyPlan,
  people: readonly Person[],
  offices: readonly { id: number; seats: number }[],
): Row[] {
  const slots = offices.flatMap(({ id, seats }) => Array.from({ length: seats }, () => id));
  const electedOn = plan.foundedOn ?? '';
  return slots.map((officeId, index) => {
    const isLast = index === slots.length - 1;
    const vacant = isLast && plan.regionId !== 3 && plan.id % VACANT_EVERY === 0;
    const person = vacant ? undefined : people[index];
    return {
      ...{ region_id: plan.regionId, body_id: plan.id, province_id: plan.provinceId, office_id: officeId },
      ...holder(person),
      elected_on: person === undefined ? null : electedOn,
      // Whoever left it was elected with the others, and its term goes on.
      ...{ term_ends_on: termEnd(electedOn, TERM_YEARS), version: vacant ? 2 : 1 },
    };
  });
}

/** The delegates of a body; only active bodies have elected theirs. */
export function delegateRows(plan: BodyPlan, plans: readonly BodyPlan[], pools: Pools): Row[] {
  const electedOn = plan.foundedOn === null ? '' : addDays(plan.foundedOn, DELEGATES_AFTER);
  return delegatesOf(plan, plans, pools).map((person) => ({
    ...{ region_id: plan.regionId, body_id: plan.id, province_id: plan.provinceId },
    ...holder(person),
    elected_on: electedOn,
    term_ends_on: termEnd(electedOn, TERM_YEARS),
  }));
}

/** The assembly that founded a body, was called for it, or met without quorum. */
export function assemblyRows(plan: BodyPlan, committeeId: number | null, invited: number): Row[] {
  const base = { region_id: plan.regionId, body_id: plan.id, province_id: plan.provinceId, committee_id: committeeId };
  const venue = { venue_ar: 'مقر غرفة الصناعة التقليدية', venue_fr: "Siège de la chambre d'artisanat" };
  const row = (state: string, heldOn: string, rest: Row): Row => ({
    ...{ ...base, state, call: 1, called_on: addDays(heldOn, -NOTICE_DAYS), held_on: heldOn, ...venue, ...rest },
  });
  const convened = plan.level === 'PROVINCIAL' ? Math.max(invited, 40) : invited;
  if (plan.foundedOn !== null) {
    return [row('HELD', plan.foundedOn, { convened, present: Math.ceil(convened * 0.64), statutes_adopted: true })];
  }
  if (plan.mishap === 'NO_QUORUM') {
    return [
      row('NO_QUORUM', '2026-11-03', { convened, present: Math.floor(convened * 0.31), statutes_adopted: false }),
    ];
  }
  if (plan.stage !== 'CALLED') return [];
  return [row('CALLED', '2026-12-10', { convened, present: null, statutes_adopted: false })];
}
