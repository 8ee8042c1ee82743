import { reasons } from '../../platform/errors/reason.ts';

const ONE_NUMBER = 'Decree 2.21.437, art. 17';

export const CASE_REASONS = reasons({
  IN_OPEN_CASE: {
    ar: 'رقم البطاقة الوطنية لهذا القيد مسجل في قيد آخر؛ يجب حسم ذلك أولا.',
    fr: 'Le numéro de CNIE de cette inscription figure aussi ailleurs ; ce doublon doit être tranché d’abord.',
    en: 'The national identity number of this entry stands in another one too; that must be decided first.',
    source: ONE_NUMBER,
  },
  NUMBER_CHANGES_EXHAUSTED: {
    ar: 'غيّرت اليوم {limit} من أرقام البطاقة الوطنية، وهو الحد اليومي. يمكنك المتابعة ابتداء من {until}.',
    fr: 'Vous avez changé {limit} numéros de CNIE aujourd’hui, le plus qui soit admis. Reprenez le {until}.',
    en: 'You have changed {limit} national identity numbers today, which is the most for one day. Go on from {until}.',
    source: 'Law 09-08, art. 3',
  },
  NUMBER_HITS_EXHAUSTED: {
    ar: 'أدخلت اليوم {limit} من أرقام البطاقة الوطنية المسجلة من قبل، وهو الحد اليومي، وأُخبر المركز بذلك. يمكنك إدخال أرقام أخرى ابتداء من {until}.',
    fr: 'Vous avez saisi aujourd’hui {limit} numéros de CNIE déjà inscrits, le plus qui soit admis ; le centre en est averti. Vous pourrez en saisir d’autres le {until}.',
    en: 'You have entered {limit} national identity numbers today that were in the register already, which is the most for one day; the centre is informed. Further numbers are taken from {until}.',
    source: 'Law 09-08, art. 3',
  },
});
