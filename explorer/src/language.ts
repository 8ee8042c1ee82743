export const LANGUAGES = ['ar', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in each language of the explorer. */
export type Words = Readonly<Record<Language, string>>;

export const LANGUAGE_NAMES: Words = { ar: 'العربية', fr: 'Français', en: 'English' };
