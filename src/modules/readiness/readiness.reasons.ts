import { reasons } from '../../platform/errors/reason.ts';

export const SIMULATION = reasons({
  NOT_MERGEABLE: {
    ar: 'تضم المجموعة إقليمين على الأقل من جهة واحدة.',
    fr: 'Un groupe réunit au moins deux provinces d’une même région.',
    en: 'A group has two provinces or more, of one region.',
    source: 'hiraf',
  },
  MERGED_TWICE: {
    ar: 'الإقليم {code} مذكور مرتين.',
    fr: 'La province {code} figure deux fois.',
    en: 'The province {code} stands in two groups.',
    source: 'hiraf',
  },
  NO_SUCH_RULE: {
    ar: 'لا قاعدة سارية بالرمز {code} في المستوى {level}.',
    fr: 'Aucune règle {code} ne vaut au niveau {level}.',
    en: 'No rule {code} holds at the level {level}.',
    source: 'The dated rules: query rules',
  },
});
