import { PhaseKind } from '../modules/roadmap/roadmap.rules.ts';
import { addDays } from '../platform/lib/dates.ts';
import { REFERENCE_DAY } from './calendar.ts';
import type { Cell } from './copy.ts';
import type { DataOf } from './reference.files.ts';

type Row = Record<string, Cell>;

const TERRITORIES = Array.from({ length: 13 }, (_, index) => index);
// Days after the start of the programme at which each phase begins and ends by plan.
const PLAN: Readonly<Record<PhaseKind, readonly [number, number]>> = {
  PLANNING: [0, 130],
  AWARENESS: [130, 330],
  PREPARATORY_COMMITTEES: [200, 400],
  PROVINCIAL_FOUNDING: [240, 520],
  REGIONAL_FOUNDING: [420, 600],
  NATIONAL_FOUNDING: [600, 720],
};
const START = '2025-07-10';
// How many days each region runs behind the plan: invented.
const DELAY: readonly number[] = [20, 40, 75, -5, 35, 80, 10, 15, 120, 70, 55, 60, 200];
const MILESTONES: Readonly<Record<PhaseKind, readonly [string, string, string]>> = {
  PLANNING: ['اعتماد البرنامج الزمني', 'Calendrier arrêté', 'Timetable adopted'],
  AWARENESS: [
    'تغطية جميع الأقاليم بلقاءات التحسيس',
    'Toutes les provinces sensibilisées',
    'Every province reached by outreach',
  ],
  PREPARATORY_COMMITTEES: [
    'تشكيل أولى اللجان التحضيرية',
    'Premiers comités préparatoires formés',
    'First preparatory committees formed',
  ],
  PROVINCIAL_FOUNDING: ['تأسيس أول هيئة إقليمية', 'Premier corps provincial fondé', 'First provincial body founded'],
  REGIONAL_FOUNDING: ['تأسيس أول هيئة جهوية', 'Premier corps régional fondé', 'First regional body founded'],
  NATIONAL_FOUNDING: ['تأسيس أول هيئة وطنية', 'Premier corps national fondé', 'First national body founded'],
};

const past = (day: string): string | null => (day <= REFERENCE_DAY ? day : null);

export const phaseRows = (): Row[] =>
  TERRITORIES.flatMap((regionId) =>
    Object.values(PhaseKind).map((kind, index) => {
      const [from, to] = PLAN[kind];
      const delay = DELAY[regionId] ?? 0;
      return {
        ...{ id: regionId * 6 + index + 1, region_id: regionId, kind, wave_id: 1 },
        ...{ planned_from: addDays(START, from), planned_to: addDays(START, to) },
        ...{ actual_from: past(addDays(START, from + delay)), actual_to: past(addDays(START, to + delay)) },
      };
    }),
  );

/** A milestone in the middle of each phase of each region. */
export const milestoneRows = (): Row[] =>
  TERRITORIES.flatMap((regionId) =>
    Object.values(PhaseKind).map((kind, index) => {
      const [from, to] = PLAN[kind];
      const [nameAr, nameFr, nameEn] = MILESTONES[kind];
      const day = Math.round((from + to) / 2);
      return {
        ...{ region_id: regionId, phase_id: regionId * 6 + index + 1, province_id: null },
        ...{ body_class_id: index >= 3 ? 1 : null, name_ar: nameAr, name_fr: nameFr, name_en: nameEn },
        ...{ planned_on: addDays(START, day), actual_on: past(addDays(START, day + (DELAY[regionId] ?? 0))) },
      };
    }),
  );

type Event = DataOf<'regional-meeting'>;

const MEETING_NAMES = {
  name_ar: 'لقاء جهوي حول تنزيل ورش الهيئات الحرفية',
  name_fr: 'Réunion régionale sur le chantier des corps de métiers',
  name_en: 'Regional meeting on the roll-out of the craft bodies',
};
const NATIONAL_NAMES = {
  name_ar: 'لقاء وطني لتتبع ورش الهيئات الحرفية',
  name_fr: 'Réunion nationale de suivi du chantier des corps de métiers',
  name_en: 'National follow-up meeting on the roll-out of the craft bodies',
};

/** The reported meeting has the number of its region; the others are invented. */
export function meetingRows(event: Event): Row[] {
  return TERRITORIES.map((regionId): Row => {
    const base = { id: regionId + 1, region_id: regionId, province_id: null, venue_ar: null, venue_fr: null };
    const kind = regionId === 0 ? 'NATIONAL' : 'REGIONAL';
    if (regionId === event.region) {
      const { ar, fr, en } = event.name;
      const names = { name_ar: ar, name_fr: fr, name_en: en };
      return {
        ...base,
        kind,
        state: 'HELD',
        ...names,
        scheduled_on: event.heldOn,
        held_on: event.heldOn,
        source: event.source,
      };
    }
    const names = regionId === 0 ? NATIONAL_NAMES : MEETING_NAMES;
    const late = (DELAY[regionId] ?? 0) > 100;
    if (late)
      return { ...base, kind, state: 'CALLED', ...names, scheduled_on: '2026-12-03', held_on: null, source: null };
    const day = addDays('2025-11-25', regionId * 4);
    return { ...base, kind, state: 'HELD', ...names, scheduled_on: day, held_on: day, source: null };
  });
}

export function agendaRows(event: Event): Row[] {
  return TERRITORIES.flatMap((regionId) => {
    const points = regionId === event.region ? event.agenda : event.agenda.slice(0, 3);
    return points.map(({ ar, fr, en }, index) => ({
      ...{ region_id: regionId, meeting_id: regionId + 1, province_id: null, number: index + 1 },
      ...{ name_ar: ar, name_fr: fr, name_en: en },
    }));
  });
}

/** Who calls each meeting and which kinds attend; institutions 1 to 12 are the chambers, 13 to 24 the directorates. */
export function participationRows(event: Event): Row[] {
  return TERRITORIES.flatMap((regionId) => {
    const base = { region_id: regionId, meeting_id: regionId + 1, province_id: null, attendees: null };
    if (regionId === 0) return [{ ...base, kind: 'STATE_SECRETARIAT', institution_id: 25, organiser: true }];
    const institution: Record<string, number> = { CHAMBER: regionId, REGIONAL_DIRECTORATE: 12 + regionId };
    const row = (kind: string, organiser: boolean): Row => ({
      ...{ ...base, kind, institution_id: institution[kind] ?? null, organiser },
    });
    return [...event.organisers.map((kind) => row(kind, true)), ...event.participants.map((kind) => row(kind, false))];
  });
}
