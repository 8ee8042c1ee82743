import type { ChangeGroup } from './change.ts';
import {
  ANOTHER_ARTISAN_ID,
  ARTISAN_ID,
  BODY_CLASS,
  PROFESSION,
  PROVINCE,
  REGION_OR_NATION,
  TITLE_AR,
  TITLE_FR,
  VENUE_AR,
  VENUE_FR,
} from './blanks.ts';
import { day, freshKey, id, number, oneOf, VERSION } from './values.ts';

const SESSION = { sessionId: id({ ar: 'اللقاء', fr: 'de la séance', en: 'the session' }), expectedVersion: VERSION };
/** How many came of a profession. */
const CAME = {
  profession: PROFESSION,
  women: number({ ar: 'عدد النساء', fr: 'nombre de femmes', en: 'how many women' }),
  men: number({ ar: 'عدد الرجال', fr: 'nombre d’hommes', en: 'how many men' }),
};

export const OUTREACH: ChangeGroup = {
  id: 'outreach',
  title: { ar: 'التحسيس والتعبئة', fr: 'Sensibilisation et mobilisation', en: 'Outreach' },
  changes: [
    {
      id: 'plan-campaign',
      need: 'capture',
      title: { ar: 'برمجة حملة', fr: 'Prévoir une campagne', en: 'Plan a campaign' },
      description: {
        ar: 'حملة تحسيس لجهة، بمدتها ومرحلة إطلاقها.',
        fr: 'Une campagne d’une région, ses dates et sa vague.',
        en: 'A campaign of a region, its days and its wave.',
      },
      shownBy: ['regions'],
      variables: () => ({
        input: {
          idempotencyKey: freshKey(),
          territory: REGION_OR_NATION,
          wave: number({ ar: 'رقم الفوج', fr: 'numéro de la vague', en: 'number of the wave' }),
          nameAr: TITLE_AR,
          nameFr: TITLE_FR,
          plannedFrom: day({ ar: 'أول يوم', fr: 'premier jour', en: 'first day' }),
          plannedTo: day({ ar: 'آخر يوم', fr: 'dernier jour', en: 'last day' }),
        },
      }),
    },
    {
      id: 'plan-session',
      need: 'capture',
      title: { ar: 'برمجة لقاء تواصلي', fr: 'Prévoir une séance', en: 'Plan a session' },
      description: {
        ar: 'لقاء أو قافلة أو زيارة ميدانية، ضمن مدة الحملة.',
        fr: 'Rencontre, caravane ou visite, dans les dates de la campagne.',
        en: 'A meeting, a caravan or a visit, within the days of the campaign.',
      },
      shownBy: ['outreach', 'body-classes'],
      variables: () => ({
        input: {
          campaignId: id({ ar: 'الحملة', fr: 'de la campagne', en: 'the campaign' }),
          idempotencyKey: freshKey(),
          province: PROVINCE,
          bodyClass: BODY_CLASS,
          kind: oneOf('MEETING', 'CARAVAN', 'FIELD_VISIT'),
          plannedOn: day({ ar: 'يوم اللقاء', fr: 'jour de la séance', en: 'day of the session' }),
          venueAr: VENUE_AR,
          venueFr: VENUE_FR,
        },
      }),
    },
    {
      id: 'hold-session',
      need: 'capture',
      title: { ar: 'تسجيل انعقاد لقاء', fr: 'Inscrire une séance tenue', en: 'Record a session held' },
      description: {
        ar: 'من حضر، حسب الحرفة والجنس.',
        fr: 'Qui est venu, par métier et par sexe.',
        en: 'Who came, by profession and sex.',
      },
      shownBy: ['outreach'],
      variables: () => ({
        input: {
          ...SESSION,
          heldOn: day({ ar: 'يوم انعقاده', fr: 'jour où elle fut tenue', en: 'day on which it was held' }),
          attendance: [CAME],
        },
      }),
    },
    {
      id: 'record-reached',
      need: 'capture',
      title: { ar: 'تسجيل من شملهم اللقاء', fr: 'Inscrire qui fut touché', en: 'Record who was reached' },
      description: {
        ar: 'الصناع المسجلون الذين حضروا لقاء انعقد.',
        fr: 'Les inscrits venus à une séance tenue.',
        en: 'The registrants who came to a session that was held.',
      },
      shownBy: ['outreach', 'artisans'],
      variables: () => ({ input: { ...SESSION, artisanIds: [ARTISAN_ID, ANOTHER_ARTISAN_ID] } }),
    },
  ],
};
