import { reasons } from '../../platform/errors/reason.ts';

export const MEETING_REASONS = reasons({
  KIND_REPEATED: {
    ar: 'ذُكر هذا الصنف من المشاركين مرتين.',
    fr: 'Cette sorte de participants figure deux fois.',
    en: 'This kind of participants stands twice.',
    source: 'hiraf',
  },
  DONE: {
    ar: 'نُفذ هذا القرار في {day}.',
    fr: 'Cette décision fut exécutée le {day}.',
    en: 'This decision was carried out on {day}.',
    source: 'hiraf',
  },
});
