import { reasons } from './reason.ts';

const API = 'hiraf';
const ARTICLE_8 = 'Decree 2.21.437, art. 8';

/** Why a value of an argument is refused, whatever it is for. */
export const INPUT = reasons({
  HIDDEN_CHARACTER: {
    ar: 'في هذا النص حروف لا تُرى أو لا تُقرأ: {characters}. احذفها أو أعد كتابة النص.',
    fr: 'Ce texte contient des caractères invisibles ou illisibles : {characters}. Enlevez-les ou retapez le texte.',
    en: 'This text holds characters that cannot be seen or read: {characters}. Remove them, or type the text again.',
    source: 'Unicode Technical Report 36',
  },
  LIST_TOO_LONG: {
    ar: 'لا تزيد عناصر هذه القائمة على {limit}.',
    fr: 'Cette liste a {limit} éléments au plus.',
    en: 'This list has {limit} items at most.',
    source: API,
  },
  NOT_A_DAY: {
    ar: '«{value}» ليس يوما من التقويم. يُكتب اليوم هكذا: 2026-01-31.',
    fr: '« {value} » n’est pas un jour du calendrier. Un jour s’écrit ainsi : 2026-01-31.',
    en: '"{value}" is not a day of the calendar. A day is written YYYY-MM-DD, such as 2026-01-31.',
    source: 'ISO 8601',
  },
  DAY_OUT_OF_RANGE: {
    ar: 'يقع اليوم {value} خارج المدة المقبولة: من {earliest} إلى {latest}.',
    fr: 'Le {value} est hors des limites admises : du {earliest} au {latest}.',
    en: 'The day {value} is out of range: from {earliest} to {latest}.',
    source: API,
  },
  HIJRI_YEAR: {
    ar: 'السنة {year} من التقويم الهجري. اكتب اليوم بالتقويم الميلادي؛ تبدأ هذه السنة في {gregorian}.',
    fr: 'L’an {year} est du calendrier hégirien. Donnez le jour du calendrier grégorien ; cette année commence en {gregorian}.',
    en: 'The year {year} is of the Hijri calendar. Give the day of the Gregorian calendar; that year begins in {gregorian}.',
    source: API,
  },
  NOT_A_MOMENT: {
    ar: 'هذا ليس وقتا صحيحا. يُكتب الوقت هكذا: 2026-01-31T08:00:00Z.',
    fr: 'Ceci n’est pas un moment. Un moment s’écrit ainsi : 2026-01-31T08:00:00Z.',
    en: 'This is not a moment. A moment is written with its time zone, such as 2026-01-31T08:00:00Z.',
    source: 'RFC 3339',
  },
  MOMENT_OUT_OF_RANGE: {
    ar: 'هذا الوقت خارج المدة المقبولة: من {earliest} إلى {latest}.',
    fr: 'Ce moment est hors des limites admises : du {earliest} au {latest}.',
    en: 'This moment is out of range: from {earliest} to {latest}.',
    source: API,
  },
  NOT_FINITE: {
    ar: 'هذا العدد أكبر من أن يُحفظ.',
    fr: 'Ce nombre est trop grand pour être gardé.',
    en: 'This number is too large to be kept.',
    source: 'IEEE 754',
  },
  SEARCH_TOO_SHORT: {
    ar: 'يتطلب البحث من حروف الاسم {least} على الأقل.',
    fr: 'Une recherche demande au moins {least} lettres d’un nom.',
    en: 'A search needs {least} letters or more of a name.',
    source: API,
  },
  WRONG_SCRIPT: {
    ar: 'يُكتب هذا الاسم بالحروف {script}؛ ليس منها: {characters}.',
    fr: 'Ce nom s’écrit en lettres {script} ; n’en sont pas : {characters}.',
    en: 'This name is written in {script} letters; not one of them: {characters}.',
    source: ARTICLE_8,
  },
  NAME_CHARACTER: {
    ar: "في اسم الشخص حروف ومسافات وواصلة وعلامتا ' و’ فقط؛ ليس منها: {characters}.",
    fr: "Un nom de personne a des lettres, espaces, traits d’union et apostrophes ' ’, et non : {characters}.",
    en: "The name of a person has letters, spaces, hyphens and apostrophes ' ’, and not: {characters}.",
    source: ARTICLE_8,
  },
  ORGANISATION_NAME_CHARACTER: {
    ar: 'في اسم التعاونية أو المقاولة حروف وأرقام ومسافات والعلامات {signs}؛ ليس منها: {characters}.',
    fr: 'Un nom de coopérative ou d’entreprise a des lettres, chiffres, espaces et les signes {signs}, et non : {characters}.',
    en: 'The name of a cooperative or enterprise has letters, digits, spaces and the signs {signs}, and not: {characters}.',
    source: ARTICLE_8,
  },
  NAME_TOO_SHORT: {
    ar: 'في الاسم حرفان على الأقل.',
    fr: 'Un nom a deux lettres au moins.',
    en: 'A name has two letters or more.',
    source: ARTICLE_8,
  },
});
