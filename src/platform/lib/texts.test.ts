import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiDigits, compactNumber, hiddenIn, listed, readText } from './texts.ts';

const hidden = (text: string): string => listed(hiddenIn(text));

describe('a text that people read', () => {
  it.each([
    ['Cafe\u0301', 'Café'],
    ['  Said \t\n Bennani ', 'Said Bennani'],
    ['بـــوكماز', 'بوكماز'],
    ['\ufeb3\ufecc\ufef4\ufeaa', 'سعيد'],
    ['\uff33\uff41\uff49\uff44', 'Said'],
    ['Abd\u2011El', 'Abd-El'],
    ['عبد\u00a0الله', 'عبد الله'],
    // A joiner between letters that join changes nothing, a non-joiner does.
    ['سع\u200dيد', 'سعيد'],
    ['سع\u200cيد', 'سع\u200cيد'],
  ])('is kept in one form: %j is %j', (text, kept) => {
    expect(readText(text)).toEqual({ text: kept, hidden: [] });
  });

  it('keeps its lines where it may have several, one empty line at most between them', () => {
    expect(readText(' One \r\n\n\n\n two\u2028 three ', { lines: true }).text).toBe('One\n\ntwo\nthree');
    expect(readText('One\ntwo').text).toBe('One two');
  });

  it.each([
    ['Said \u202einannéB', 'U+202E'],
    ['\u200b', 'U+200B'],
    ['a\u0000b', 'U+0000'],
    ['a\ud800', 'U+D800'],
    ['\ue000', 'U+E000'],
    ['\u0378', 'U+0378'],
    ['\u2066a\u2069', 'U+2066, U+2069'],
    ['\ufeffa', 'U+FEFF'],
    ['a\ufe0f', 'U+FE0F'],
    ['a\u3164', 'U+3164'],
    ['a\ufffdb', 'U+FFFD'],
    // A joiner at the end, after a letter that joins no further, between Latin letters, twice.
    ['سعيد\u200c', 'U+200C'],
    ['د\u200cس', 'U+200C'],
    ['a\u200db', 'U+200D'],
    ['س\u200c\u200cس', 'U+200C'],
    ['Z\u0300\u0301\u0302\u0303', 'U+0303'],
  ])('names what is hidden in %j: %s', (text, named) => {
    expect(hidden(text)).toBe(named);
  });

  it.each(['سَعِيد بنّاني', 'Σ ⵣ 漢 🎉 № «»', 'Ŝaïd', 'مُحَمَّدٌ'])('is no cause for refusal with %j', (text) => {
    expect(hidden(text)).toBe('');
  });

  const LETTERS = 'سداـ\u200c\u200d\u064e\u0301e \n\ufe71\ufdfa\uff21';
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from(LETTERS)) }),
  );

  it('is in its form once it was put in it, whatever it was', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, lines) => {
        const { text: kept, hidden: found } = readText(text, { lines });
        // A row of marks is refused as it is.
        if (found.some((character) => /\p{M}/u.test(character))) return;
        expect(readText(kept, { lines }).text).toBe(kept);
        expect(kept).toBe(kept.normalize('NFC'));
        expect(kept).not.toMatch(lines ? /[^\S\n ]|^\s|\s$| {2}|\n{3}|\u0640/u : /[^\S ]|^\s|\s$| {2}|\u0640/u);
        if (found.length > 0) return;
        expect(hiddenIn(kept)).toEqual([]);
        expect(kept).not.toMatch(
          /\p{Surrogate}|\p{Bidi_Control}|[\0-\t\v-\u001f\u007f-\u009f\u200b\u200d\u2060\ufeff]/u,
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe('digits', () => {
  it('are the same in every script that is typed', () => {
    expect(asciiDigits('٠٦١٢ ۰۶۱۲ ０６１２ 0612')).toBe('0612 0612 0612 0612');
    expect(compactNumber(' \uff42\uff4b-٦٥.۴۳ 21 ')).toBe('bk654321');
  });
});
