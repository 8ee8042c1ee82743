import { addDays } from '../platform/lib/dates.ts';
import type { BodyPlan } from './bodies.ts';
import type { Cell } from './copy.ts';
import type { Person } from './people.ts';
import type { Pools } from './pools.ts';

type Row = Record<string, Cell>;

const TERM_DAYS = 6 * 365 + 1;
const NOTICE_DAYS = 20;
const MEMBERS_PER_DELEGATE = { PROVINCIAL: 200, REGIONAL: 1000, NATIONAL: Infinity } as const;
const MOST_DELEGATES = 10;
// Bodies outside the lead keep a seat vacant now and then.
const VACANT_EVERY = 3;

/** Who may sit for a body: its members, or the delegates' pool of the bodies below. */
export function seatable(plan: BodyPlan, plans: readonly BodyPlan[], pools: Pools): Person[] {
  if (plan.level === 'PROVINCIAL') return [...pools.membersOf(plan.id)];
  const base = plans.filter(
    (other) =>
      other.level === 'PROVINCIAL' && other.regionId === plan.regionId && other.bodyClassId === plan.bodyClassId,
  );
  // The last of each pool, so that hardly anybody sits in both boards.
  return base.flatMap(({ id }) => pools.membersOf(id).slice(-8));
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
      term_ends_on: person === undefined ? null : addDays(electedOn, TERM_DAYS),
    };
  });
}

/** One delegate for each started number of members, up to ten; only active bodies have elected theirs. */
export function delegateRows(plan: BodyPlan, people: readonly Person[], members: number): Row[] {
  if (plan.state !== 'ACTIVE' || plan.foundedOn === null) return [];
  const due = Math.min(Math.max(Math.ceil(members / MEMBERS_PER_DELEGATE[plan.level]), 1), MOST_DELEGATES);
  const electedOn = plan.foundedOn;
  return people.slice(0, due).map((person) => ({
    ...{ region_id: plan.regionId, body_id: plan.id, province_id: plan.provinceId },
    ...holder(person),
    elected_on: electedOn,
    term_ends_on: addDays(electedOn, TERM_DAYS),
  }));
}

/** The assembly that founded a body, was called for it, or met without quorum. */
export function assemblyRows(plan: BodyPlan, committeeId: number | null, members: number): Row[] {
  const base = { region_id: plan.regionId, body_id: plan.id, province_id: plan.provinceId, committee_id: committeeId };
  const venue = { venue_ar: 'مقر غرفة الصناعة التقليدية', venue_fr: "Siège de la chambre d'artisanat" };
  const row = (state: string, heldOn: string, rest: Row): Row => ({
    ...{ ...base, state, call: 1, called_on: addDays(heldOn, -NOTICE_DAYS), held_on: heldOn, ...venue, ...rest },
  });
  const convened = Math.max(members, 40);
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
