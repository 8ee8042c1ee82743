import type { QuestionGroup } from './question.ts';

export const BODIES: QuestionGroup = {
  id: 'bodies',
  title: { ar: 'الهيئات الحرفية', fr: 'Corporations', en: 'Craft bodies' },
  questions: [
    {
      id: 'readiness',
      need: 'records',
      title: {
        ar: 'أين وصلت هيئات فاس-مكناس؟',
        fr: 'Où en sont les corporations de Fès-Meknès ?',
        en: 'Where do the bodies of Fez-Meknes stand?',
      },
      description: {
        ar: 'حالة كل هيئة والشروط الناقصة، بالمطلوب والمحقق.',
        fr: 'L’état de chacune et les conditions qui manquent, chiffres à l’appui.',
        en: 'The state of each body and what is missing, required against reached.',
      },
      variables: { region: 'MA-03' },
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
      variables: { class: 'VEHICLE_REPAIR' },
    },
    {
      id: 'board',
      need: 'records',
      title: { ar: 'مكتب هيئة ومندوبوها', fr: 'Bureau et délégués', en: 'Board and delegates' },
      description: {
        ar: 'مقاعد المكتب وشاغلوها، والمندوبون إلى المستوى الأعلى.',
        fr: 'Les sièges du bureau, leurs titulaires et les délégués.',
        en: 'The seats of a board, who holds them, and the delegates.',
      },
      variables: { class: 'VEHICLE_REPAIR', territory: 'MA-FES' },
    },
    {
      id: 'assemblies',
      need: 'records',
      title: { ar: 'الجموع العامة والانتخابات', fr: 'Assemblées et élections', en: 'Assemblies and elections' },
      description: {
        ar: 'الجموع التأسيسية لهيئة، وانتخاباتها ومترشحوها.',
        fr: 'Les assemblées d’une corporation, ses élections, ses candidats.',
        en: 'The founding assemblies of a body, its elections and candidates.',
      },
      variables: { class: 'VEHICLE_REPAIR', territory: 'MA-FES' },
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
      variables: {},
    },
  ],
};
