import { COMMON } from './common.reasons.ts';
import { Violations } from './violations.ts';
import { INPUT } from './input.reasons.ts';
import type { Language } from './reason.ts';
import type { Violation } from './domain-error.ts';
import { listed } from '../lib/texts.ts';

/** How a name is written: the Arabic and the Latin one stand side by side in the register. */
export type Script = 'ARABIC' | 'LATIN';

interface Given {
  readonly path: string;
  readonly script: Script;
  /** Whether it is the name of a person; of a cooperative or enterprise otherwise. */
  readonly isPerson: boolean;
}

const NAME_AT_MOST = 120;
const LETTERS_AT_LEAST = 2;

/** What `nameFaults` refuses of the name of a person: for the refusals that a command declares. */
export const NAME_REASONS = [
  ...[COMMON.EMPTY_TEXT, COMMON.TEXT_TOO_LONG, INPUT.WRONG_SCRIPT, INPUT.NAME_CHARACTER, INPUT.NAME_TOO_SHORT],
] as const;

/** The signs of names of cooperatives and enterprises. */
const SIGNS = '. , ، & ( ) / « » " “ ” : + № ° - – \' ’';

// Ordinary letters only: no modifier letters, no Roman numerals, no sentence in one character.
const LETTER = {
  ARABIC: '(?=\\p{L})(?![\\ufdf0-\\ufdff])\\p{Script=Arabic}',
  LATIN: '(?=\\p{Lu}|\\p{Ll})\\p{Script=Latin}',
} as const;
// Marks on a letter. The non-joiner is where it may be, or the text would have been refused before.
const MARK = { ARABIC: '[\\u064b-\\u065f\\u0670\\u200c]', LATIN: '[\\u0300-\\u036f]' } as const;

const allowed = (script: Script, others: string): RegExp =>
  new RegExp(`${LETTER[script]}|(?<=[\\p{L}\\p{M}])${MARK[script]}|[${others}]`, 'gu');
const PERSON = " '’\\-";
const ORGANISATION = ` \\d٠-٩۰-۹${SIGNS.replaceAll(/[-\s]/g, '')}\\-`;
const ALLOWED = {
  ARABIC: { person: allowed('ARABIC', PERSON), organisation: allowed('ARABIC', ORGANISATION) },
  LATIN: { person: allowed('LATIN', PERSON), organisation: allowed('LATIN', ORGANISATION) },
} as const;

const SCRIPTS: Readonly<Record<Script, Readonly<Record<Language, string>>>> = {
  ARABIC: { ar: 'العربية', fr: 'arabes', en: 'Arabic' },
  LATIN: { ar: 'اللاتينية', fr: 'latines', en: 'Latin' },
};

const isLetter = (character: string): boolean => /[\p{L}\p{M}]/u.test(character);

/** What is in a name and in no name of its kind and script. */
function characterFaults(name: string, { path, script, isPerson }: Given): Violation[] {
  const faults = new Violations();
  const strange = Array.from(name.replaceAll(ALLOWED[script][isPerson ? 'person' : 'organisation'], ''));
  const [letters, signs] = [strange.filter(isLetter), strange.filter((one) => !isLetter(one))];
  const foreign = { script: SCRIPTS[script], characters: listed(letters) };
  faults.addIf(letters.length > 0, path, INPUT.WRONG_SCRIPT, foreign);
  const reason = isPerson ? INPUT.NAME_CHARACTER : INPUT.ORGANISATION_NAME_CHARACTER;
  faults.addIf(signs.length > 0, path, reason, { characters: listed(signs), signs: SIGNS });
  const isShort = strange.length === 0 && (name.match(/\p{L}/gu) ?? []).length < LETTERS_AT_LEAST;
  faults.addIf(isShort, path, INPUT.NAME_TOO_SHORT);
  return faults.found;
}

/** What is wrong with a name that is in the form in which texts are kept. */
export function nameFaults(name: string | null | undefined, given: Given): Violation[] {
  const { path } = given;
  if (name == null) return [];
  if (name === '') return [{ path, reason: COMMON.EMPTY_TEXT }];
  if (name.length <= NAME_AT_MOST) return characterFaults(name, given);
  return [{ path, reason: COMMON.TEXT_TOO_LONG, values: { limit: NAME_AT_MOST } }];
}
