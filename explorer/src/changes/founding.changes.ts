import type { ChangeGroup } from './change.ts';
import { ANOTHER_ARTISAN_ID, ARTISAN_ID, BODY_CLASS, BODY_ID, TERRITORY, VENUE_AR, VENUE_FR } from './blanks.ts';
import { day, FLAG, freshKey, id, number, VERSION } from './values.ts';

const BODY = { bodyId: BODY_ID, expectedVersion: VERSION };

export const FOUNDING: ChangeGroup = {
  id: 'founding',
  title: { ar: 'التأسيس', fr: 'Constitution', en: 'Founding' },
  changes: [
    {
      id: 'plan-body',
      need: 'capture',
      title: { ar: 'برمجة هيئة', fr: 'Prévoir une corporation', en: 'Plan a body' },
      description: {
        ar: 'هيئة لصنف في مجال ترابي.',
        fr: 'La corporation d’une catégorie en un territoire.',
        en: 'The body of a class in a territory.',
      },
      shownBy: ['body-classes', 'regions'],
      variables: () => ({ input: { idempotencyKey: freshKey(), territory: TERRITORY, bodyClass: BODY_CLASS } }),
    },
    {
      id: 'prepare-body',
      need: 'capture',
      title: { ar: 'الشروع في التحضير', fr: 'Ouvrir la préparation', en: 'Begin the preparation' },
      description: {
        ar: 'بعد تشكيل لجنتها التحضيرية.',
        fr: 'Une fois le comité préparatoire constitué.',
        en: 'Once its preparatory committee is formed.',
      },
      shownBy: ['readiness'],
      variables: () => ({ input: BODY }),
    },
    {
      id: 'call-assembly',
      need: 'capture',
      title: { ar: 'الدعوة إلى الجمع العام التأسيسي', fr: 'Convoquer l’assemblée', en: 'Call the founding assembly' },
      description: {
        ar: 'مع احترام أجل الإخبار: 15 يوما على الأقل.',
        fr: 'Avec le préavis qu’il faut : quinze jours.',
        en: 'With the notice that is due: fifteen days.',
      },
      shownBy: ['readiness', 'rules'],
      variables: () => ({
        input: {
          bodyId: BODY_ID,
          idempotencyKey: freshKey(),
          calledOn: day({ ar: 'يوم إرسال الدعوات', fr: 'jour d’envoi des convocations', en: 'day of the invitations' }),
          scheduledOn: day({ ar: 'يوم الجمع العام', fr: 'jour de l’assemblée', en: 'day of the assembly' }),
          convened: number({ ar: 'عدد المدعوين', fr: 'nombre de convoqués', en: 'how many are invited' }),
          venueAr: VENUE_AR,
          venueFr: VENUE_FR,
        },
      }),
    },
    {
      id: 'record-minutes',
      need: 'capture',
      title: { ar: 'محضر الجمع العام', fr: 'Procès-verbal de l’assemblée', en: 'Minutes of the assembly' },
      description: {
        ar: 'عدد الحاضرين والمصادقة على النظام الأساسي.',
        fr: 'Le nombre de présents et l’adoption des statuts.',
        en: 'How many were present, and whether the statutes were adopted.',
      },
      shownBy: ['assemblies'],
      variables: () => ({
        input: {
          assemblyId: id({ ar: 'الجمع العام', fr: 'de l’assemblée', en: 'the assembly' }),
          expectedVersion: VERSION,
          present: number({ ar: 'عدد الحاضرين', fr: 'nombre de présents', en: 'how many were present' }),
          statutesAdopted: FLAG,
        },
      }),
    },
    {
      id: 'found-body',
      need: 'capture',
      title: { ar: 'تأسيس هيئة', fr: 'Fonder une corporation', en: 'Found a body' },
      description: {
        ar: 'بعد استيفاء كل الشروط، ومنها انتخاب المكتب.',
        fr: 'Quand chaque condition est remplie, dont l’élection du bureau.',
        en: 'Once every condition is met, an elected board among them.',
      },
      shownBy: ['readiness'],
      variables: () => ({ input: BODY }),
    },
    {
      id: 'affiliate-members',
      need: 'capture',
      title: { ar: 'انخراط أعضاء', fr: 'Affilier des membres', en: 'Affiliate members' },
      description: {
        ar: 'مسجلون يزاولون حرفة من الصنف في إقليم الهيئة.',
        fr: 'Des inscrits qui exercent un métier de la catégorie dans la province.',
        en: 'Registrants who practise a profession of the class in the province.',
      },
      shownBy: ['readiness', 'artisans'],
      variables: () => ({ input: { ...BODY, artisanIds: [ARTISAN_ID, ANOTHER_ARTISAN_ID] } }),
    },
    {
      id: 'approve-body',
      need: 'capture',
      title: { ar: 'اعتماد هيئة', fr: 'Approuver une corporation', en: 'Approve a body' },
      description: {
        ar: 'تصير نشيطة؛ للمديرية الجهوية أو الإدارة المركزية.',
        fr: 'Elle devient active ; revient à la région ou au centre.',
        en: 'It becomes active; for officers of the region or the centre.',
      },
      shownBy: ['readiness'],
      variables: () => ({ input: BODY }),
    },
  ],
};
