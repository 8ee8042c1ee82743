import { describe, expect, it } from 'vitest';
import { checked, dataFile } from './reference.files.ts';

const name = { ar: 'الرئيس', fr: 'Président', en: 'President' };
const office = { id: 1, code: 'PRESIDENT', name, seats: 1 };
const offices = (...entries: object[]): string => JSON.stringify({ offices: entries });

describe('a file of reference data', () => {
  it('is taken when it is whole', () => {
    expect(checked('offices', offices(office)).offices).toEqual([office]);
  });

  it.each([
    ['a missing translation', offices(office, { ...office, id: 2, code: 'X', name: { ar: 'ا', fr: 'X' } })],
    ['a seat too few', offices(office, { ...office, id: 2, code: 'X', seats: 0 })],
    ['an id given twice', offices(office, { ...office, code: 'X' })],
    ['a code given twice', offices(office, { ...office, id: 2 })],
  ])('is refused for %s, naming the file and the entry', (_, text) => {
    expect(() => checked('offices', text)).toThrow(/data\/offices\.json is not valid:\n {2}offices\.1\./);
  });

  it('is refused when it is no JSON, naming the file', () => {
    expect(() => checked('rules', '{')).toThrow('data/rules.json is not JSON');
  });
});

describe('the names', () => {
  it('are many, and some have two words', async () => {
    const { men, women, family } = await dataFile('names');
    expect(Math.min(men.length, women.length)).toBeGreaterThanOrEqual(120);
    expect(family.length).toBeGreaterThanOrEqual(300);
    expect(family.filter(({ ar }) => ar.includes(' ')).length).toBeGreaterThanOrEqual(20);
  });

  it('are Arabic in one spelling and Latin in the other', async () => {
    const { men, women, family, houses } = await dataFile('names');
    for (const { ar, latin } of [...men, ...women, ...family, ...houses]) {
      expect(ar).toMatch(/^[\p{Script=Arabic} ]+$/u);
      expect(latin).toMatch(/^[\p{Script=Latin} ']+$/u);
    }
  });
});
