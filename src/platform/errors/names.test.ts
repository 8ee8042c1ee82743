import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFaults } from './names.ts';

const codes = (name: string, script: 'ARABIC' | 'LATIN', isPerson = true): string[] =>
  nameFaults(name, { path: 'name', script, isPerson }).map(({ reason }) => reason.code);

describe('a name', () => {
  it('of a person that is taken has letters of its script, marks on them, blanks, hyphens and apostrophes alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 6 }), (name) => {
        if (codes(name, 'LATIN').length === 0) expect(name).toMatch(/^(?:\p{Script=Latin}|[\u0300-\u036f '’-])+$/u);
        if (codes(name, 'ARABIC').length === 0) expect(name).toMatch(/^(?:\p{Script=Arabic}|[\u064b-\u065f '’-])+$/u);
        expect(codes(name, 'LATIN').length + codes(name, 'ARABIC').length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is taken of an organisation wherever it is taken of a person', () => {
    const letters = fc.constantFrom('a', 'É', 'ß', 'س', 'ء', 'ڤ', '\u064e', '\u0301', ' ', '-', "'", '’', '1', 'я');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 8 }), fc.constantFrom('ARABIC', 'LATIN'), (name, script) => {
        const [person, organisation] = [codes(name, script), codes(name, script, false)];
        if (person.length === 0) expect(organisation).toEqual([]);
        expect(organisation.length).toBeLessThanOrEqual(person.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('says which letters and which signs do not belong to it', () => {
    const faults = nameFaults('Аhmed 2 🎉', { path: 'name', script: 'LATIN', isPerson: true });
    expect(faults.map(({ values }) => values?.['characters'])).toEqual(['А (U+0410)', '2 (U+0032), 🎉 (U+1F389)']);
  });
});
