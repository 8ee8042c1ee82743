export const LANGUAGES = ['ar', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in each language of the explorer. */
export type Words = Readonly<Record<Language, string>>;

export const LANGUAGE_NAMES: Words = { ar: 'العربية', fr: 'Français', en: 'English' };

/** The words in a language; French marks of two parts stay on the line of the word before them. */
export const say = (words: Words, language: Language): string =>
  language === 'fr' ? words.fr.replace(/ (?=[?!:;])/g, '\u00a0') : words[language];
