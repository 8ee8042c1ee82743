import type { ChangeGroup } from './change.ts';
import { dayFrom, freshKey, idOf, VERSION_READ } from './values.ts';

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
          territory: 'MA-03',
          heldOn: dayFrom(14),
          nameAr: 'الاجتماع الجهوي للتتبع',
          nameFr: 'Réunion régionale de suivi',
          nameEn: 'Regional follow-up meeting',
          venueAr: 'غرفة الصناعة التقليدية بفاس',
          venueFr: 'Chambre d’artisanat, Fès',
          agenda: [
            { nameAr: 'حصيلة التحسيس والتعبئة', nameFr: 'Bilan de la sensibilisation', nameEn: 'Outreach so far' },
            { nameAr: 'اللجان التحضيرية', nameFr: 'Comités préparatoires', nameEn: 'Preparatory committees' },
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
          meetingId: idOf('meeting'),
          expectedVersion: VERSION_READ,
          heldOn: dayFrom(0),
          attendance: [
            { kind: 'REGIONAL_DIRECTORATE', attendees: 4, organiser: true },
            { kind: 'CHAMBER', attendees: 6 },
            { kind: 'AMIN', attendees: 9 },
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
          meetingId: idOf('meeting'),
          idempotencyKey: freshKey(),
          textAr: 'تشكيل اللجان التحضيرية لصنف الجلد',
          textFr: 'Constituer les comités préparatoires du cuir',
          owner: 'المديرية الجهوية / Direction régionale',
          dueOn: dayFrom(60),
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
          territory: 'MA-03',
          wave: 2,
          kind: 'AWARENESS',
          plannedFrom: dayFrom(7),
          plannedTo: dayFrom(97),
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
      variables: () => ({ input: { phaseId: idOf('phase'), expectedVersion: VERSION_READ, on: dayFrom(0) } }),
    },
  ],
};
