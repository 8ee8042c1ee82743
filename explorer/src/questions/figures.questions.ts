import type { QuestionGroup } from './question.ts';

export const FIGURES: QuestionGroup = {
  id: 'figures',
  title: { ar: 'الأرقام', fr: 'Chiffres', en: 'Figures' },
  questions: [
    {
      id: 'representation',
      need: 'figures',
      title: { ar: 'التمثيلية حسب الإقليم', fr: 'Représentation par province', en: 'Representation by province' },
      description: {
        ar: 'لصنف واحد: المسجلون والأعضاء والممثَّلون في كل إقليم.',
        fr: 'Pour une catégorie : inscrits, membres et représentés par province.',
        en: 'For one class: registered, members and represented, by province.',
      },
      variables: ({ region }) => ({ region, class: 'VEHICLE_REPAIR' }),
    },
    {
      id: 'nation',
      need: 'figures',
      title: { ar: 'الوطن حسب الجهات', fr: 'La nation par région', en: 'The nation by region' },
      description: {
        ar: 'مجموع الوطن وأجزاؤه في لحظة واحدة: الجمع صحيح دائما.',
        fr: 'Le total et ses parts au même instant : la somme est toujours juste.',
        en: 'The total and its parts at one instant: they always add up.',
      },
      variables: () => ({}),
    },
    {
      id: 'published-figures',
      need: 'nothing',
      title: { ar: 'الأرقام المنشورة ومصادرها', fr: 'Chiffres publiés et sources', en: 'Published figures, sourced' },
      description: {
        ar: 'ما نُشر عن السجل الوطني للصناعة التقليدية، بتاريخه ومصدره.',
        fr: 'Ce qui a été publié sur le registre national, daté et sourcé.',
        en: 'What was published about the national register, with date and source.',
      },
      variables: ({ region }) => ({ region }),
    },
  ],
};
