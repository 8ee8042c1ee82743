import type { QuestionGroup } from './question.ts';

export const TERRITORY: QuestionGroup = {
  id: 'territory',
  title: { ar: 'المجال والحرف', fr: 'Territoire et métiers', en: 'Territory and crafts' },
  questions: [
    {
      id: 'regions',
      need: 'nothing',
      title: { ar: 'الجهات والأقاليم', fr: 'Régions et provinces', en: 'Regions and provinces' },
      description: {
        ar: 'الجهات الاثنتا عشرة بغرفها وعمالاتها وأقاليمها.',
        fr: 'Les douze régions, leur chambre, leurs préfectures et provinces.',
        en: 'The twelve regions with their chamber, prefectures and provinces.',
      },
      variables: () => ({}),
    },
    {
      id: 'professions',
      need: 'nothing',
      title: { ar: 'لائحة الأنشطة', fr: 'Nomenclature des activités', en: 'The list of activities' },
      description: {
        ar: 'أنشطة المرسوم 2.21.991 حسب الصنف والقطاع.',
        fr: 'Les activités du décret 2.21.991, par famille et secteur.',
        en: 'The activities of decree 2.21.991 by family and sector.',
      },
      variables: () => ({}),
    },
    {
      id: 'body-classes',
      need: 'nothing',
      title: { ar: 'أصناف الهيئات', fr: 'Catégories de corporations', en: 'Classes of bodies' },
      description: {
        ar: 'الأصناف التي تُحدث لها هيئات، وفوج كل صنف ومصدره.',
        fr: 'Les catégories ouvertes à la création, leur vague et leur source.',
        en: 'The classes for which bodies are founded, their wave and source.',
      },
      variables: () => ({}),
    },
  ],
};
