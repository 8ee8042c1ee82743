import type { QuestionGroup } from './question.ts';

export const BODIES: QuestionGroup = {
  id: 'bodies',
  title: { ar: 'الهيئات الحرفية', fr: 'Corporations', en: 'Craft bodies' },
  questions: [
    {
      id: 'readiness',
      need: 'records',
      title: {
        ar: 'أين وصلت هيئات الجهة؟',
        fr: 'Où en sont les corporations de la région ?',
        en: 'Where do the bodies of the region stand?',
      },
      description: {
        ar: 'حالة كل هيئة والشروط الناقصة، بالمطلوب والمحقق.',
        fr: 'L’état de chacune et les conditions qui manquent, chiffres à l’appui.',
        en: 'The state of each body and what is missing, required against reached.',
      },
      variables: ({ region }) => ({ region }),
    },
    {
      id: 'body-tree',
      need: 'records',
      title: { ar: 'شجرة صنف: من الإقليم إلى الوطن', fr: 'L’arbre d’une catégorie', en: 'The tree of a class' },
      description: {
        ar: 'الهيئة الوطنية لصنف، ثم الجهوية، ثم الإقليمية.',
        fr: 'La corporation nationale d’une catégorie, les régionales, les provinciales.',
        en: 'The national body of a class, the regional and the provincial ones.',
      },
      variables: () => ({ class: 'VEHICLE_REPAIR' }),
    },
    {
      id: 'board',
      need: 'records',
      title: { ar: 'المكاتب والمندوبون', fr: 'Bureaux et délégués', en: 'Boards and delegates' },
      description: {
        ar: 'هيئات صنف في مجالك: مقاعد المكاتب وشاغلوها، والمندوبون إلى المستوى الأعلى.',
        fr: 'Pour une catégorie, chez vous : les sièges, leurs titulaires et les délégués.',
        en: 'For a class, where you are: the seats, who holds them, and the delegates.',
      },
      variables: ({ territory }) => ({ class: 'VEHICLE_REPAIR', territory }),
    },
    {
      id: 'assemblies',
      need: 'records',
      title: { ar: 'الجموع العامة والانتخابات', fr: 'Assemblées et élections', en: 'Assemblies and elections' },
      description: {
        ar: 'هيئات صنف في مجالك: جموعها التأسيسية وانتخاباتها ومترشحوها.',
        fr: 'Pour une catégorie, chez vous : assemblées, élections, candidats.',
        en: 'For a class, where you are: founding assemblies, elections, candidates.',
      },
      variables: ({ territory }) => ({ class: 'VEHICLE_REPAIR', territory }),
    },
    {
      id: 'rules',
      need: 'nothing',
      title: { ar: 'العتبات', fr: 'Seuils', en: 'Thresholds' },
      description: {
        ar: 'ما يلزم لتأسيس هيئة، والآجال والنصاب، بمصادرها.',
        fr: 'Ce qu’il faut pour fonder, les délais, les quorums, sourcés.',
        en: 'What founding takes, notices and quorums, with their sources.',
      },
      variables: () => ({}),
    },
  ],
};
