import { reasons } from '../../platform/errors/reason.ts';

const ONE_NUMBER = 'Decree 2.21.437, art. 17';

export const DUPLICATE_REASONS = reasons({
  NOT_ONE_CASE: {
    ar: 'هذان القيدان ليسا في ملف تكرار واحد مفتوح.',
    fr: 'Ces deux inscriptions ne sont pas d’un même cas de doublon ouvert.',
    en: 'These two entries are not sides of one open case of duplicates.',
    source: ONE_NUMBER,
  },
  KEEP_THE_REGISTERED: {
    ar: 'القيد الآخر هو المقبول في السجل؛ يُدمج فيه هذا الطلب لا العكس.',
    fr: 'C’est l’autre inscription qui est acceptée ; la demande y est fusionnée, et non l’inverse.',
    en: 'The other entry is the accepted one; the application is merged into it and not the other way.',
    source: ONE_NUMBER,
  },
  ALREADY_CONFIRMED: {
    ar: 'سبق تأكيد هذا الملف، وكل قيوده موقوفة.',
    fr: 'Ce cas est déjà confirmé ; toutes ses inscriptions sont en attente.',
    en: 'This case is confirmed already; all its entries are held up.',
    source: 'hiraf',
  },
  ALONE: {
    ar: 'لم يعد أي قيد آخر يحمل هذا الرقم؛ يكفي الفصل.',
    fr: 'Aucune autre inscription n’a plus ce numéro ; il suffit de distinguer.',
    en: 'No other entry has this number any more; close the case with separateDuplicates.',
    source: ONE_NUMBER,
  },
  NO_CASE: {
    ar: 'هذا الإشكال ليس تكرارا.',
    fr: 'Ce problème n’est pas un doublon.',
    en: 'This issue is not one of duplicates.',
    source: 'hiraf',
  },
  STILL_DUPLICATE: {
    ar: 'ما زال الرقم نفسه في قيدين؛ صحح الرقم الخاطئ أو ادمجهما.',
    fr: 'Le même numéro figure encore dans deux inscriptions ; rectifiez celui qui est faux, ou fusionnez-les.',
    en: 'Two entries still have the same number; correct the one that is wrong, or merge them.',
    source: ONE_NUMBER,
  },
});
