import type { ChangeGroup } from './change.ts';
import { dayFrom, freshKey, idOf, VERSION_READ } from './values.ts';

const session = () => ({ sessionId: idOf('session'), expectedVersion: VERSION_READ });

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
          territory: 'MA-03',
          wave: 2,
          nameAr: 'حملة التحسيس والتعبئة، المرحلة الثانية',
          nameFr: 'Campagne de sensibilisation, deuxième phase',
          nameEn: 'Outreach campaign, second wave',
          plannedFrom: dayFrom(7),
          plannedTo: dayFrom(97),
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
          campaignId: idOf('campaign'),
          idempotencyKey: freshKey(),
          province: 'MA-FES',
          bodyClass: 'LEATHER',
          kind: 'MEETING',
          plannedOn: dayFrom(21),
          venueAr: 'غرفة الصناعة التقليدية بفاس',
          venueFr: 'Chambre d’artisanat, Fès',
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
          ...session(),
          heldOn: dayFrom(0),
          attendance: [
            { profession: 'LEA-01', women: 9, men: 24 },
            { profession: 'LEA-02', women: 3, men: 11 },
          ],
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
      variables: () => ({ input: { ...session(), artisanIds: [idOf('artisan'), idOf('another artisan')] } }),
    },
  ],
};
