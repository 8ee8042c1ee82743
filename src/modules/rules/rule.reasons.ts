import { reasons } from '../../platform/errors/reason.ts';

const SOURCE = 'The dated rules: query rules';

export const RULE_REASONS = reasons({
  RULE_OUT_OF_BOUNDS: {
    ar: 'القيمة {value} خارج المجال المسموح به (من {least} إلى {most}).',
    fr: 'La valeur {value} sort des bornes (de {least} à {most}).',
    en: 'The value {value} is out of bounds ({least} to {most}).',
    source: SOURCE,
  },
  RULE_NOT_WHOLE: {
    ar: 'القيمة {value} ليست عددا صحيحا (من {least} إلى {most}).',
    fr: 'La valeur {value} n’est pas un nombre entier (de {least} à {most}).',
    en: 'The value {value} is not a whole number ({least} to {most}).',
    source: SOURCE,
  },
  RULE_UNKNOWN: {
    ar: 'لا قاعدة سارية بالرمز {code} في المستوى {level}.',
    fr: 'Aucune règle {code} ne vaut au niveau {level}.',
    en: 'No rule {code} holds at the level {level}.',
    source: SOURCE,
  },
});
