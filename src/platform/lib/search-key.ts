import { asciiDigits, ordinaryShapes } from './texts.ts';

// Letters that writers use for one another: the key keeps one of each.
const ARABIC: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ی: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ڭ: 'ك',
  گ: 'ك',
};
const LATIN: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o' };
const FOLDED: Readonly<Record<string, string>> = { ...ARABIC, ...LATIN };
// Marks left by the decomposition of Latin letters, Arabic vowel signs, the tatweel, the hamza on the line and joiners.
const DROPPED = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u0621\u200c\u200d]/gu;
const SEPARATORS = /[\s\p{P}\p{S}\p{Cc}]+/gu;

/**
 * The form in which names are compared: lower case, without accents, vowel signs, tatweel and joiners, Arabic letter forms
 * folded, digits those of ASCII, one space between words. `fold(prefix)` of what a user types is a prefix of `fold(name)`.
 */
export function foldName(text: string): string {
  return Array.from(
    asciiDigits(ordinaryShapes(text)).trim().toLowerCase().normalize('NFC'),
    (letter) => FOLDED[letter] ?? letter,
  )
    .join('')
    .normalize('NFD')
    .replace(DROPPED, '')
    .normalize('NFC')
    .replace(SEPARATORS, ' ')
    .trim();
}

/** Whether a text is written in Arabic letters; decides which keys a search reads. */
export const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
