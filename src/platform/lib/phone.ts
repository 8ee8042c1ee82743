import parse from 'libphonenumber-js/min';

/**
 * A telephone number in its one form (E.164), such as +212612345678. One that names no country is read as Moroccan. Null for
 * what is no number of its country, for two numbers, and for one with an extension.
 */
export function phoneOf(text: string): string | null {
  const number = parse(text, { defaultCountry: 'MA', extract: false });
  return number?.isValid() === true && number.ext === undefined ? number.number : null;
}
