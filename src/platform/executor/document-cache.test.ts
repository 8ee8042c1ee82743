import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { PriceList } from './cost/price-list.ts';
import { DocumentCache } from './document-cache.ts';

const FIELDS = Array.from({ length: 9 }, (_, index) => `thing${String(index)}`);
const schema = buildSchema(`
  type Query { ${FIELDS.map((name) => `${name}: Thing`).join(' ')} thing: Thing }
  type Thing { name: String thing: Thing ${FIELDS.map((name) => `${name}: Thing`).join(' ')} }`);
const MEGABYTE = 1_000_000;

const documents = (): DocumentCache =>
  new DocumentCache(new PriceList(schema), { schema, held: new Set(), answerBytes: 1_000_000 });
const repeated = (count: number, of: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => of(index)).join(' ');

/** Does all that a request does with a document before its plan runs. */
function used(by: DocumentCache, text: string, name: string | null = null, variables: Record<string, unknown> = {}) {
  const document = by.prepare(text);
  const operation = by.operationOf(document, name);
  return { document, operation, plan: by.planOf(document, operation, operation.variablesOf(variables)) };
}

describe('what is kept of documents', () => {
  it('is nothing the first time, and all from the second time on', () => {
    const own = documents();
    const [first, second, third] = [1, 2, 3].map(() => used(own, '{ thing { name } }'));
    expect(first?.document.reading).toBe(18);
    expect(second?.plan).not.toBe(first?.plan);
    expect(third?.plan).toBe(second?.plan);
    expect(third?.operation).toBe(second?.operation);
    expect([second?.document.reading, third?.document.reading]).toEqual([18, 0]);
  });

  it('is nothing of documents of which no two are alike', () => {
    const own = documents();
    for (let index = 0; index < 500; index += 1) used(own, `query Q${String(index)} { thing { name } }`);
    expect(own.weight).toBe(0);
  });

  it('stays within its bound, whatever many clients send twice', () => {
    const own = documents();
    const unfolded = `fragment F on Thing { ${FIELDS.map((name) => `${name} { thing { thing { name } } }`).join(' ')} }`;
    for (let index = 0; index < 80; index += 1) {
      const text = `query Q${String(index)} { ${FIELDS.map((name) => `${name} { ...F }`).join(' ')} } ${unfolded}`;
      for (const _time of [1, 2]) used(own, text);
      expect(own.weight).toBeLessThan(30 * MEGABYTE);
    }
    expect(own.weight).toBeGreaterThan(15 * MEGABYTE);
  });

  it('stays within its bound for one document with many operations, asked under all conditions', () => {
    const own = documents();
    const conditions = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const declared = conditions.map((name) => `$${name}: Boolean!`).join();
    const fields = conditions.map((name) => `thing { thing { name @include(if: $${name}) } }`).join(' ');
    const text = repeated(8, (index) => `query Q${String(index)}(${declared}) { thing { ${fields} } }`);
    used(own, text, 'Q0', Object.fromEntries(conditions.map((name) => [name, true])));
    for (let mask = 0; mask < 2 ** conditions.length; mask += 1) {
      const variables = Object.fromEntries(conditions.map((name, bit) => [name, (mask & (1 << bit)) !== 0]));
      for (let index = 0; index < 8; index += 1) used(own, text, `Q${String(index)}`, variables);
      expect(own.weight).toBeLessThan(30 * MEGABYTE);
    }
  });

  it('is nothing of a document that is too long to keep, however often it comes', () => {
    const own = documents();
    const text = `{ thing { name } } # ${'x'.repeat(90_000)}`;
    for (const _time of [1, 2, 3, 4]) used(own, text);
    expect(own.weight).toBe(0);
  });

  it('is never taken for another kind of thing, whatever a client calls an operation', () => {
    const own = documents();
    const text = 'query A { thing { name } }';
    const all = ['A', null, 'A', null];
    for (const name of all) used(own, text, name);
    for (const name of [':', '::', 'A:', ':A', 'A:true', '']) {
      expect(() => own.operationOf(own.prepare(text), name), name).toThrow(/no operation named/);
    }
  });

  it('is never taken for another document by what it is called', () => {
    const own = documents();
    for (const _time of [1, 2]) used(own, 'query A { thing { name } }', 'A');
    for (const text of ['1:A', '1:', '#1:A', '1:A:', '1']) expect(() => own.prepare(text)).toThrow(/Syntax Error|not/);
  });
});
