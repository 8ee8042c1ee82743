import type { ChangeGroup } from './change.ts';
import { REGION_OR_NATION, TERRITORY, TITLE_AR, TITLE_FR, VENUE_AR, VENUE_FR } from './blanks.ts';
import { day, FLAG, freshKey, id, number, oneOf, text, VERSION } from './values.ts';

const MEETING_ID = id({ ar: 'الاجتماع', fr: 'de la réunion', en: 'the meeting' });

export const PROGRAMME: ChangeGroup = {
  id: 'programme',
  title: { ar: 'الاجتماعات والبرنامج الزمني', fr: 'Réunions et calendrier', en: 'Meetings and roadmap' },
  changes: [
    {
      id: 'call-meeting',
      need: 'capture',
      title: { ar: 'الدعوة إلى اجتماع', fr: 'Convoquer une réunion', en: 'Call a meeting' },
      description: {
        ar: 'بجدول أعماله.',
        fr: 'Avec son ordre du jour.',
        en: 'With its agenda.',
      },
      shownBy: ['regions'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          territory: TERRITORY,
          scheduledOn: day({ ar: 'يوم الاجتماع', fr: 'jour de la réunion', en: 'day of the meeting' }),
          nameAr: TITLE_AR,
          nameFr: TITLE_FR,
          venueAr: VENUE_AR,
          venueFr: VENUE_FR,
          agenda: [
            {
              nameAr: text({ ar: 'نقطة بالعربية', fr: 'point en arabe', en: 'point in Arabic' }),
              nameFr: text({ ar: 'نقطة بالفرنسية', fr: 'point en français', en: 'point in French' }),
            },
          ],
        },
      }),
    },
    {
      id: 'hold-meeting',
      need: 'capture',
      title: { ar: 'تسجيل انعقاد اجتماع', fr: 'Inscrire une réunion tenue', en: 'Record a meeting held' },
      description: {
        ar: 'من حضر، ومن دعا إليه.',
        fr: 'Qui est venu, et qui l’a convoquée.',
        en: 'Who attended, and who called it.',
      },
      shownBy: ['meetings'],
      variables: () => ({
        input: {
          meetingId: MEETING_ID,
          expectedVersion: VERSION,
          heldOn: day({ ar: 'يوم انعقاده', fr: 'jour où elle fut tenue', en: 'day on which it was held' }),
          attendance: [
            {
              kind: oneOf(
                ...['REGIONAL_DIRECTORATE', 'PROVINCIAL_DIRECTORATE', 'CHAMBER', 'LOCAL_AUTHORITY'],
                ...['AMIN', 'ASSOCIATION', 'CONSULTANCY', 'STATE_SECRETARIAT'],
              ),
              attendees: number({ ar: 'عدد الأشخاص', fr: 'nombre de personnes', en: 'how many persons' }),
              organiser: FLAG,
            },
          ],
        },
      }),
    },
    {
      id: 'record-decision',
      need: 'capture',
      title: { ar: 'تسجيل قرار', fr: 'Inscrire une décision', en: 'Record a decision' },
      description: {
        ar: 'قرار اجتماع انعقد: من ينفذه ومتى.',
        fr: 'D’une réunion tenue : qui l’exécute, et pour quand.',
        en: 'Of a meeting that was held: who carries it out, by when.',
      },
      shownBy: ['meetings'],
      variables: () => ({
        input: {
          meetingId: MEETING_ID,
          idempotencyKey: freshKey(),
          textAr: text({ ar: 'القرار بالعربية', fr: 'décision en arabe', en: 'decision in Arabic' }),
          textFr: text({ ar: 'القرار بالفرنسية', fr: 'décision en français', en: 'decision in French' }),
          owner: text({ ar: 'من ينفذه', fr: 'qui l’exécute', en: 'who carries it out' }),
          dueOn: day({ ar: 'أجل التنفيذ', fr: 'échéance', en: 'by when' }),
        },
      }),
    },
    {
      id: 'plan-phase',
      need: 'capture',
      title: { ar: 'برمجة مرحلة', fr: 'Prévoir une phase', en: 'Plan a phase' },
      description: {
        ar: 'مرحلة من الورش لجهة، بتاريخيها المبرمجين.',
        fr: 'Une phase du chantier d’une région, et ses dates prévues.',
        en: 'A phase of the roll-out of a region, and its planned days.',
      },
      shownBy: ['roadmap'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          territory: REGION_OR_NATION,
          wave: number({ ar: 'رقم الفوج', fr: 'numéro de la vague', en: 'number of the wave' }),
          kind: oneOf(
            ...['PLANNING', 'AWARENESS', 'PREPARATORY_COMMITTEES'],
            ...['PROVINCIAL_FOUNDING', 'REGIONAL_FOUNDING', 'NATIONAL_FOUNDING'],
          ),
          plannedFrom: day({ ar: 'أول يوم مبرمج', fr: 'premier jour prévu', en: 'first day planned' }),
          plannedTo: day({ ar: 'آخر يوم مبرمج', fr: 'dernier jour prévu', en: 'last day planned' }),
        },
      }),
    },
    {
      id: 'start-phase',
      need: 'capture',
      title: { ar: 'بدء مرحلة', fr: 'Commencer une phase', en: 'Start a phase' },
      description: {
        ar: 'من مبرمجة إلى جارية.',
        fr: 'De prévue à en cours.',
        en: 'From planned to under way.',
      },
      shownBy: ['roadmap'],
      variables: () => ({
        input: {
          phaseId: id({ ar: 'المرحلة', fr: 'de la phase', en: 'the phase' }),
          expectedVersion: VERSION,
          effectiveOn: day({ ar: 'يوم البدء', fr: 'jour du début', en: 'day on which it starts' }),
        },
      }),
    },
  ],
};
