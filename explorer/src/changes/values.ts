import type { Variables } from '../entry.ts';
import type { Language, Words } from '../language.ts';

/** What a value is that has to be filled in, so that its kind can be checked. */
export type BlankKind = 'id' | 'text' | 'number' | 'day' | 'choice' | 'flag';

/** A value that is not there yet. The editor shows what is to be filled in, in the reader's language, between < and >. */
export class Blank {
  constructor(
    readonly kind: BlankKind,
    readonly words: Words,
    /** The values that may be chosen, where there is a list of them. */
    readonly choices: readonly string[] = [],
  ) {}
}

const inEach = (words: Words, rest: Words): Words => ({
  ar: `${words.ar}${rest.ar}`,
  fr: `${words.fr}${rest.fr}`,
  en: `${words.en}${rest.en}`,
});

const BARE: Words = { ar: '، دون علامتي اقتباس', fr: ', sans guillemets', en: ', without quotes' };
const AS_DAY: Words = { ar: ' (YYYY-MM-DD)', fr: ' (YYYY-MM-DD)', en: ' (YYYY-MM-DD)' };

export const id = (words: Words): Blank =>
  new Blank('id', { ar: `معرّف ${words.ar}`, fr: `id ${words.fr}`, en: `id of ${words.en}` });
export const text = (words: Words): Blank => new Blank('text', words);
export const number = (words: Words): Blank => new Blank('number', inEach(words, BARE));
export const day = (words: Words): Blank => new Blank('day', inEach(words, AS_DAY));

/** One of some codes, which are the same in every language. */
export function oneOf(...choices: readonly string[]): Blank {
  const list = choices.join(' | ');
  return new Blank('choice', { ar: list, fr: list, en: list }, choices);
}

/** Yes or no. */
export const FLAG = new Blank('flag', inEach({ ar: 'true | false', fr: 'true | false', en: 'true | false' }, BARE));

/** The version that was read, which a change names so that it overwrites nothing unseen. */
export const VERSION = number({ ar: 'النسخة التي قرأتها', fr: 'version lue', en: 'version that you read' });

/** Variables as text, in which a reader finds each blank in words. */
export const written = (variables: Variables, language: Language): string =>
  JSON.stringify(
    variables,
    (_name, value: unknown) => (value instanceof Blank ? `<${value.words[language]}>` : value),
    2,
  );

/** A key for one act. Not `crypto.randomUUID`, which a page without TLS on another host does not have. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
