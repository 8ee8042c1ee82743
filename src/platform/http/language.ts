import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from '../errors/reason.ts';
import { readingOnce } from './headers.ts';

const preferred = readingOnce<Language>((header) => {
  const [first] = new Negotiator({ headers: { 'accept-language': header } }).languages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === first) ?? 'en';
}, 'en');

/** The language that a client asks for by Accept-Language; English for those who ask for none that we have, or for any. */
export function languageOf(header: string | undefined): Language {
  return header === undefined || header === '*' ? 'en' : preferred(header);
}
