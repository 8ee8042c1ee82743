import { reasons } from '../../platform/errors/reason.ts';

const ONE_NUMBER = 'Decree 2.21.437, art. 17';

export const ISSUE_REASONS = reasons({
  DUPLICATES_ARE_FOUND: {
    ar: 'السجل نفسه يكتشف التكرار عند التسجيل والتصحيح؛ لا يُفتح يدويا.',
    fr: 'Les doublons sont trouvés par le registre lui-même, à l’inscription et à la rectification.',
    en: 'Duplicates are found by the register itself, when an entry is made or corrected.',
    source: 'hiraf',
  },
  CASE_OF_DUPLICATES: {
    ar: 'هذا تكرار: يحسمه مسؤول مركزي بالدمج أو بالفصل.',
    fr: 'C’est un doublon : un responsable central le tranche, par fusion ou distinction.',
    en: 'This is a duplicate: a central officer decides it, by merging or by telling apart.',
    source: ONE_NUMBER,
  },
  ARTISAN_ELSEWHERE: {
    ar: 'هذا القيد ليس في هذا الإقليم.',
    fr: 'Cette inscription n’est pas dans cette province.',
    en: 'This entry is not in this province.',
    source: 'hiraf',
  },
});
