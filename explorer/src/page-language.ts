import { LANGUAGES, type Language } from './language.ts';

const KEY = 'hiraf.language';

const supported = (tag: string | null): Language | undefined => LANGUAGES.find((language) => language === tag);

/** The language chosen before, or the first of the browser's that is ours, or Arabic. */
export function initialLanguage(): Language {
  const wished = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.map(supported).find((language) => language !== undefined) ?? 'ar';
}

/** Tells the page, and the next visit, which language it speaks. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  localStorage.setItem(KEY, language);
}
