import Negotiator from 'negotiator';
import { LANGUAGES, type Language } from '../kernel/reason.ts';

/** The language that a client asks for by Accept-Language; English for those who ask for none that we have, or for any. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined || header === '*') return 'en';
  const [first] = new Negotiator({ headers: { 'accept-language': header } }).languages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === first) ?? 'en';
}
