/** Visible ASCII and blanks: most codes and numbers, in which there is nothing to change. */
const PLAIN = /^[ -~]*$/;
// Letters of the Arabic script by how they join: with both neighbours, or with the one before alone.
const DUAL =
  '\\u0620\\u0626\\u0628\\u062a-\\u062e\\u0633-\\u063f\\u0641-\\u0647\\u0649\\u064a\\u066e\\u066f\\u0678-\\u0687' +
  '\\u069a-\\u06bf\\u06c1\\u06c2\\u06cc\\u06ce\\u06d0\\u06d1\\u06fa-\\u06fc\\u06ff';
const RIGHT =
  '\\u0622-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0673\\u0675-\\u0677\\u0688-\\u0699\\u06c0' +
  '\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2\\u06d3\\u06d5\\u06ee\\u06ef';
/** A joiner or non-joiner between two letters that would join: the one place where it is right. */
const JOINER_IN_PLACE = new RegExp(`(?<=[${DUAL}]\\p{M}*)[\\u200c\\u200d](?=[${DUAL}${RIGHT}])`, 'gu');
const JOINER = '\u200d';
const JOINERS = /[\u200c\u200d]/u;
/**
 * Control characters save white space, bidi controls, invisible, private-use and unassigned characters, lone surrogates, the
 * replacement character, and a fourth combining mark on one letter, which would cover the lines around it.
 */
const HIDDEN = /[^\P{C}\t\n\v\f\r]|\p{Default_Ignorable_Code_Point}|[\u2800\ufffc\ufffd]|(?<=\p{M}{3})\p{M}/gu;
// Ligatures, Arabic letters in the shape of their place, and letters of double width, as copied from printed pages; but no
// whole sentences in one character, which would grow twentyfold.
const SHAPES = /[\ufb00-\ufb06\ufb50-\ufdf9\ufdfc\ufe70-\ufefc\uff01-\uff5e]/gu;
const ROW_OF_MARKS = /\p{M}{4}/u;
const TATWEEL = /\u0640/gu;
const HYPHENS = /[\u2010\u2011]/gu;
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu;

// Enough to find them; a long text of nothing else is not read to its end.
const FOUND_AT_MOST = 8;

/** A character by its number, such as U+202E. */
const numberOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether a character shows what it is in a message. */
const isVisible = (character: string): boolean =>
  /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && hiddenIn(character).length === 0;

/** Some characters of a text for a message, each once and three at most: А (U+0410), U+202E. */
export function listed(characters: readonly string[]): string {
  const few = [...new Set(characters)].slice(0, 3);
  return few.map((one) => (isVisible(one) ? `${one} (${numberOf(one)})` : numberOf(one))).join(', ');
}

/** The first characters of a text that cannot be seen or stored. */
export function hiddenIn(text: string): string[] {
  if (PLAIN.test(text)) return [];
  const seen = JOINERS.test(text) ? text.replaceAll(JOINER_IN_PLACE, '') : text;
  const found: string[] = [];
  for (const [character] of seen.matchAll(HIDDEN)) {
    found.push(character);
    if (found.length === FOUND_AT_MOST) break;
  }
  return found;
}

/** Letters and digits in their ordinary shape. */
export const ordinaryShapes = (text: string): string => text.replaceAll(SHAPES, (shape) => shape.normalize('NFKC'));

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const someLines = (text: string): string =>
  text
    .replaceAll(LINE_ENDS, '\n')
    .split('\n')
    .map(oneLine)
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();

/** Without what is no letter of the text: its letters in their ordinary shape, no tatweel, one kind of hyphen. */
const plainOf = (text: string): string => ordinaryShapes(text).replaceAll(TATWEEL, '').replaceAll(HYPHENS, '-');

/**
 * A text as it is kept: composed (NFC), single spaces, nothing around it. Its line feeds stay where it may have several
 * lines, with one empty line at most between two of them.
 */
function composed(plain: string, lines: boolean): string {
  const text = plain
    .normalize('NFC')
    // Between letters that join, a joiner changes nothing and a non-joiner does.
    .replaceAll(JOINER_IN_PLACE, (joiner) => (joiner === JOINER ? '' : joiner));
  return lines ? someLines(text) : oneLine(text);
}

/** A text that people read, in the form in which it is kept, and what is hidden in it; it is kept where that is nothing. */
export function readText(text: string, { lines = false } = {}): { text: string; hidden: string[] } {
  const plain = plainOf(text);
  // To put marks in order takes the square of their number: a row of them, which may have come together only by what was
  // between them going away, is refused as it is.
  if (ROW_OF_MARKS.test(plain)) return { text, hidden: hiddenIn(plain) };
  const kept = composed(plain, lines);
  const hidden = hiddenIn(text);
  return { text: kept, hidden: hidden.length > 0 ? hidden : hiddenIn(kept) };
}

/** Arabic, Persian and wide digits as those of ASCII: ٠٦ and ۰۶ are 06. */
export const asciiDigits = (text: string): string =>
  PLAIN.test(text) ? text : text.replaceAll(DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15));

/** A number or code that people type, for comparing: ASCII digits, letters of ordinary width, no blanks, dots and hyphens. */
export const compactNumber = (text: string): string =>
  asciiDigits(ordinaryShapes(text)).replaceAll(/[\s.\u2010\u2011-]/gu, '');
