import { reasons } from '../errors/reason.ts';

const API = 'hiraf';

/** Why an operation is refused before anything of it runs. */
export const LIMIT_REASONS = reasons({
  TOO_DEEP: {
    ar: 'تتداخل حقول العملية أكثر من اللازم: {limit} مستوى على الأكثر.',
    fr: 'L’opération imbrique trop ses champs : {limit} niveaux au plus.',
    en: 'The operation nests its fields too deep: at most {limit} levels.',
    source: API,
  },
  TOO_MANY_ALIASES: {
    ar: 'في العملية أسماء بديلة (alias) كثيرة: {limit} على الأكثر.',
    fr: 'L’opération a trop d’alias : {limit} au plus.',
    en: 'The operation has too many aliases: at most {limit}.',
    source: API,
  },
  TOO_MANY_DIRECTIVES: {
    ar: 'في العملية توجيهات (directives) كثيرة: {limit} على الأكثر.',
    fr: 'L’opération a trop de directives : {limit} au plus.',
    en: 'The operation has too many directives: at most {limit}.',
    source: API,
  },
  TOO_MANY_FIELDS: {
    ar: 'في العملية حقول كثيرة بعد بسط الأجزاء (fragments): {limit} على الأكثر.',
    fr: 'L’opération a trop de champs, fragments dépliés : {limit} au plus.',
    en: 'The operation has too many fields, its fragments unfolded: at most {limit}.',
    source: API,
  },
  TOO_MANY_OF_ONE_NAME: {
    ar: 'طُلب الاسم "{name}" في الموضع نفسه أكثر من {limit} مرات.',
    fr: 'Le nom « {name} » est demandé plus de {limit} fois au même endroit.',
    en: 'The name "{name}" is asked for more than {limit} times in one place.',
    source: API,
  },
  NAME_TOO_LONG: {
    ar: 'اسم بديل (alias) أطول من {limit} حرفا.',
    fr: 'Un alias dépasse {limit} lettres.',
    en: 'An alias is longer than {limit} letters.',
    source: API,
  },
  TOO_MANY_DEFINITIONS: {
    ar: 'في الوثيقة عمليات وأجزاء (fragments) كثيرة: {limit} على الأكثر.',
    fr: 'Le document a trop d’opérations et de fragments : {limit} au plus.',
    en: 'The document has too many operations and fragments: at most {limit}.',
    source: API,
  },
  TOO_COSTLY: {
    ar: 'كلفة العملية {cost} نقطة والحد الأقصى {ceiling}. أغلى ما فيها: {path} ({part} نقطة). {advice}',
    fr: 'L’opération coûte {cost} points ; le plafond est de {ceiling}. Sa partie la plus chère est {path} ({part} points). {advice}',
    en: 'The operation costs {cost} points; the ceiling is {ceiling}. Its dearest part is {path} ({part} points). {advice}',
    source: API,
  },
  ANSWER_TOO_LARGE: {
    ar: 'تجاوز الجواب {limit} ميغابايت. اطلب صفحات أصغر أو حقولا أقل.',
    fr: 'La réponse dépasse {limit} Mo. Demandez des pages plus petites ou moins de champs.',
    en: 'The answer is larger than {limit} MB. Ask for smaller pages or fewer fields.',
    source: API,
  },
});

/** What to change in an operation that costs too much. */
export const ADVICE = {
  nested: {
    ar: 'لا تطلب قائمة داخل قائمة: اطلبها مرة واحدة في عملية أخرى، أو صغّر الصفحات.',
    fr: 'Ne demandez pas une liste dans une liste : demandez-la une fois, dans une autre opération, ou réduisez les pages.',
    en: 'Do not ask for a list inside a list: ask for it once, in another operation, or make the pages smaller.',
  },
  sliced: {
    ar: 'صغّر "first" أو "by"، أو ضيّق بواسطة "filter"، أو اطلب حقولا أقل.',
    fr: 'Réduisez « first » ou « by », restreignez par « filter », ou demandez moins de champs.',
    en: 'Lower "first" or take fewer dimensions in "by", narrow it by "filter", or ask for fewer fields.',
  },
  many: {
    ar: 'وزّع الأجزاء على عدة عمليات.',
    fr: 'Répartissez ses parties sur plusieurs opérations.',
    en: 'Spread its parts over several operations.',
  },
  token: {
    ar: 'أو أرسل رمز دخول: الحد الأقصى معه أعلى.',
    fr: 'Ou présentez un jeton : le plafond est alors plus haut.',
    en: 'Or send a token: with one the ceiling is higher.',
  },
} as const;
