import type { QuestionGroup } from './question.ts';

export const PEOPLE: QuestionGroup = {
  id: 'people',
  title: { ar: 'الصناع واللجان', fr: 'Artisans et comités', en: 'Artisans and committees' },
  questions: [
    {
      id: 'artisans',
      need: 'records',
      title: { ar: 'صناع جهة', fr: 'Artisans d’une région', en: 'Artisans of a region' },
      description: {
        ar: 'صفحة من المسجلين، بحرفة كل واحد وإقليمه.',
        fr: 'Une page d’inscrits, avec métier et province.',
        en: 'A page of registrants, each with craft and province.',
      },
      variables: ({ region }) => ({ region, after: null }),
    },
    {
      id: 'search',
      need: 'records',
      title: { ar: 'البحث بالاسم', fr: 'Recherche par nom', en: 'Search by name' },
      description: {
        ar: 'بداية الاسم بالعربية أو اللاتينية، دون اعتبار للهمزات والحركات.',
        fr: 'Le début d’un nom, en arabe ou en latin, sans souci des accents.',
        en: 'The beginning of a name, Arabic or Latin, whatever its accents.',
      },
      variables: () => ({ name: 'فاطمة' }),
    },
    {
      id: 'committees',
      need: 'records',
      title: { ar: 'اللجان التحضيرية وأعضاؤها', fr: 'Comités préparatoires', en: 'Preparatory committees' },
      description: {
        ar: 'لجان الجهة وحالتها وأعضاؤها.',
        fr: 'Les comités d’une région, leur état et leurs membres.',
        en: 'The committees of a region, their state and their members.',
      },
      variables: ({ region }) => ({ region }),
    },
    {
      id: 'applications',
      need: 'records',
      title: { ar: 'طلبات التسجيل المعروضة', fr: 'Demandes à examiner', en: 'Applications to decide' },
      description: {
        ar: 'من ينتظر قبول تسجيله، الأقدم فالأحدث.',
        fr: 'Qui attend d’être inscrit, les plus anciennes d’abord.',
        en: 'Who waits to be registered, the oldest first.',
      },
      variables: ({ region }) => ({ region, after: null }),
    },
    {
      id: 'hand-overs',
      need: 'records',
      title: {
        ar: 'عروض الانتقال المفتوحة بين الجهات',
        fr: 'Transferts entre régions, ouverts',
        en: 'Open hand-overs',
      },
      description: {
        ar: 'صناع عرضتهم جهة على أخرى ولم يُقبلوا بعد.',
        fr: 'Qui une région propose à une autre, sans réponse encore.',
        en: 'Who is offered by one region to another, without an answer yet.',
      },
      variables: () => ({ after: null }),
    },
    {
      id: 'register-issues',
      need: 'records',
      title: { ar: 'إشكالات السجل', fr: 'Problèmes du registre', en: 'Register issues' },
      description: {
        ar: 'ما ينبغي تصحيحه في السجل، ومنه الأرقام المكررة.',
        fr: 'Ce qu’il faut corriger au registre, dont les CNIE en double.',
        en: 'What is to be put right in the register, numbers that stand twice among it.',
      },
      variables: () => ({ states: null, after: null }),
    },
    {
      id: 'identity-alerts',
      need: 'centre',
      title: {
        ar: 'من أدخل أرقاما وطنية مسجلة من قبل',
        fr: 'Qui a saisi des CNIE déjà inscrites',
        en: 'Who entered registered numbers',
      },
      description: {
        ar: 'مسؤولون أدخلوا في يوم واحد أرقاما كثيرة مسجلة من قبل.',
        fr: 'Agents qui ont saisi, en un jour, beaucoup de numéros déjà inscrits.',
        en: 'Officers who entered many numbers on one day that were in the register already.',
      },
      variables: () => ({ after: null }),
    },
  ],
};
