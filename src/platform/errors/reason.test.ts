import { describe, expect, it } from 'vitest';
import { formatReason, reasons, shortened } from './reason.ts';

describe('a reason', () => {
  it('has its name for a code', () => {
    const texts = reasons({ TOO_FEW: { ar: 'أقل', fr: 'moins', en: 'fewer', source: 'Law 50.17, art. 11' } });
    expect(texts.TOO_FEW.code).toBe('TOO_FEW');
  });

  it('takes values of each language, long ones cut, and leaves out what is not given', () => {
    const text = { ar: '{what}', fr: '«{what}»', en: '"{what}"' };
    expect(formatReason(text, 'fr', { what: { ar: 'لجنة', fr: 'comité', en: 'committee' } })).toBe('«comité»');
    expect(formatReason(text, 'en', { what: 'x'.repeat(300) })).toBe(`"${'x'.repeat(200)}…"`);
    expect(formatReason(text, 'en')).toBe('""');
  });

  it('shortens only what is too long', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('abc…');
  });
});
