import { addDays } from '../platform/lib/dates.ts';
import type { BodyPlan } from './bodies.ts';
import type { Cell } from './copy.ts';
import { Random } from './random.ts';

type Row = Record<string, Cell>;

const REGIONS = Array.from({ length: 12 }, (_, index) => index + 1);
const AWARENESS_FROM = '2025-11-24';
const AWARENESS_DAYS = 330;
const VENUES = [
  ['معهد التكوين في فنون الصناعة التقليدية', "Institut de formation aux métiers de l'artisanat"],
  ['مجمع الصناعة التقليدية', "Complexe d'artisanat"],
  ['دار الصانعة', 'Dar Assania'],
  ['مقر غرفة الصناعة التقليدية', "Siège de la chambre d'artisanat"],
] as const;

export const campaignRows = (): Row[] =>
  REGIONS.map((regionId) => ({
    ...{ id: regionId, region_id: regionId, wave_id: 1, planned_from: '2025-11-20', planned_to: '2026-12-31' },
    name_ar: 'حملة التحسيس والتعبئة للمرحلة الأولى',
    name_fr: 'Campagne de sensibilisation et de mobilisation, première phase',
    name_en: 'Awareness and mobilisation campaign of the first wave',
  }));

function sessionRow(regionId: number, random: Random, rest: Row): Row {
  const [venueAr, venueFr] = random.pick(VENUES);
  return { region_id: regionId, campaign_id: regionId, venue_ar: venueAr, venue_fr: venueFr, ...rest };
}

function held(random: Random, plannedOn: string): Row {
  const attendees = random.between(18, 140);
  return {
    ...{ state: 'HELD', planned_on: plannedOn, held_on: addDays(plannedOn, random.below(4)), attendees },
    women_attendees: random.below(attendees + 1),
  };
}

const notHeld = (state: string, plannedOn: string): Row => ({
  ...{ state, planned_on: plannedOn, held_on: null, attendees: null, women_attendees: null },
});

function sessionsFor(body: BodyPlan, random: Random): Row[] {
  const at = { province_id: body.provinceId, body_class_id: body.bodyClassId };
  const planned = (): string => addDays(AWARENESS_FROM, random.below(AWARENESS_DAYS));
  if (body.stage === 'PLANNED') {
    if (!random.chance(0.3)) return [];
    return [sessionRow(body.regionId, random, { ...at, kind: 'MEETING', ...notHeld('PLANNED', '2026-12-08') })];
  }
  const count = random.between(1, 3);
  const before =
    body.foundedOn === null ? planned : (): string => addDays(body.foundedOn ?? '', -random.between(64, 76));
  const rows = Array.from({ length: count }, () =>
    sessionRow(body.regionId, random, {
      ...at,
      kind: random.pick(['MEETING', 'FIELD_VISIT']),
      ...held(random, before()),
    }),
  );
  if (random.chance(0.1)) {
    rows.push(sessionRow(body.regionId, random, { ...at, kind: 'MEETING', ...notHeld('CANCELLED', planned()) }));
  }
  return rows;
}

/** What was done to make the bodies known: sessions by class and province, and a caravan through each region. */
export function sessionRows(bodies: readonly BodyPlan[], seed: number): Row[] {
  const random = new Random(seed ^ 0x0017ea);
  const local = bodies
    .filter(({ level, state }) => level === 'PROVINCIAL' && state !== 'DISSOLVED')
    .flatMap((body) => sessionsFor(body, random));
  const caravans = REGIONS.map((regionId) =>
    sessionRow(regionId, random, {
      ...{ province_id: null, body_class_id: null, kind: 'CARAVAN' },
      ...held(random, addDays('2025-12-18', regionId * 7)),
    }),
  );
  return [...local, ...caravans];
}
