import { reasons } from '../../platform/errors/reason.ts';

export const OUTREACH = reasons({
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
