import type { QuestionGroup } from './question.ts';

export const PROGRAMME: QuestionGroup = {
  id: 'programme',
  title: { ar: 'الورش', fr: 'Le chantier', en: 'The roll-out' },
  questions: [
    {
      id: 'meeting',
      need: 'records',
      title: {
        ar: 'الاجتماعات المنعقدة وجداول أعمالها',
        fr: 'Réunions tenues et ordres du jour',
        en: 'Meetings held, with their agenda',
      },
      description: {
        ar: 'ما انعقد في الجهة من اجتماعات، ومن حضرها، من الأقدم إلى الأحدث.',
        fr: 'Les réunions tenues dans la région et qui y vint, les premières d’abord.',
        en: 'The meetings held in the region and who attended, the earliest first.',
      },
      variables: ({ region }) => ({ region }),
    },
    {
      id: 'late-milestones',
      need: 'records',
      title: { ar: 'المراحل المتأخرة', fr: 'Jalons en retard', en: 'Late milestones' },
      description: {
        ar: 'ما فات أجله ولم يُنجز، المخطط والفعلي.',
        fr: 'Ce qui est échu et non atteint : prévu et réel.',
        en: 'What is due and not done: planned and actual.',
      },
      variables: () => ({}),
    },
    {
      id: 'my-grants',
      need: 'nothing',
      title: { ar: 'صلاحياتي', fr: 'Mes droits', en: 'My grants' },
      description: {
        ar: 'من أنا في نظر الواجهة، وأين تمتد صلاحياتي.',
        fr: 'Qui je suis pour l’API et où portent mes droits.',
        en: 'Who I am to the API, and where my grants reach.',
      },
      variables: () => ({}),
    },
    {
      id: 'outreach',
      need: 'records',
      title: { ar: 'الحملات واللقاءات التواصلية', fr: 'Campagnes et séances', en: 'Campaigns and sessions' },
      description: {
        ar: 'الحملات، ولقاءات جهة من الأحدث إلى الأقدم.',
        fr: 'Les campagnes, et les séances d’une région, les dernières d’abord.',
        en: 'The campaigns, and the sessions of a region, the latest first.',
      },
      variables: ({ region }) => ({ region }),
    },
    {
      id: 'roadmap',
      need: 'records',
      title: { ar: 'البرنامج الزمني لجهة', fr: 'Le calendrier d’une région', en: 'Phases and milestones' },
      description: {
        ar: 'المراحل ومحطاتها: المبرمج والفعلي.',
        fr: 'Les phases et leurs jalons : prévu et réel.',
        en: 'The phases of a region and their milestones: planned and actual.',
      },
      variables: ({ region }) => ({ region }),
    },
    {
      id: 'meetings',
      need: 'records',
      title: { ar: 'الاجتماعات والقرارات', fr: 'Réunions et décisions', en: 'Meetings and decisions' },
      description: {
        ar: 'اجتماعات جهة وقراراتها، من الأحدث إلى الأقدم.',
        fr: 'Les réunions d’une région et leurs décisions, les dernières d’abord.',
        en: 'The meetings of a region and what they decided, the latest first.',
      },
      variables: ({ region }) => ({ region }),
    },
  ],
};
