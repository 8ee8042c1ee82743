import { reasons } from '../../platform/errors/reason.ts';

export const OUTREACH = reasons({
  NOT_A_REGION: {
    ar: 'الحملة لجهة كاملة أو للمملكة.',
    fr: 'Une campagne est d’une région entière ou de la nation.',
    en: 'A campaign is of a whole region or of the nation.',
    source: 'hiraf',
  },
  NO_SUCH_WAVE: {
    ar: 'لا مرحلة بالرقم {wave}.',
    fr: 'Il n’y a pas de vague {wave}.',
    en: 'There is no wave {wave}.',
    source: 'Query waves',
  },
  ELSEWHERE: {
    ar: 'الإقليم ليس من جهة الحملة.',
    fr: 'Cette province n’est pas de la région de la campagne.',
    en: 'This province is not of the region of the campaign.',
    source: 'hiraf',
  },
  OUT_OF_CAMPAIGN: {
    ar: 'اليوم خارج مدة الحملة ({from} – {to}).',
    fr: 'Ce jour sort de la campagne ({from} – {to}).',
    en: 'This day is out of the campaign ({from} to {to}).',
    source: 'hiraf',
  },
  PROFESSION_REPEATED: {
    ar: 'ذُكرت المهنة {code} مرتين.',
    fr: 'Le métier {code} figure deux fois.',
    en: 'The profession {code} stands twice.',
    source: 'hiraf',
  },
  NEGATIVE: {
    ar: 'لا يكون العدد سالبا.',
    fr: 'Un nombre ne peut être négatif.',
    en: 'A number cannot be negative.',
    source: 'hiraf',
  },
});
