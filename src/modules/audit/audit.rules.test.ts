import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, linkHash } from '../../platform/lib/hash-chain.ts';
import { ChainVerifier, type Link } from './audit.rules.ts';

function linkAfter(previousHash: string, seq: number, subject: string): Link {
  const fields = {
    ...{ regionId: '3', seq: String(seq), at: '2026-11-24T08:00:00.000000Z', subject, role: 'REGIONAL_OFFICER' },
    ...{ requestId: 'r-1', action: 'registerArtisan', type: 'Artisan', entityId: '7', provinceId: null },
    ...{ version: '1', before: null, after: '{"nameAr": "محمد"}' },
  };
  return { ...fields, previousHash, hash: linkHash(previousHash, Object.values(fields)) };
}

function chainOf(subjects: readonly string[]): Link[] {
  const links: Link[] = [];
  for (const subject of subjects) links.push(linkAfter(links.at(-1)?.hash ?? CHAIN_START, links.length + 1, subject));
  return links;
}

const headOf = (links: readonly Link[]) => ({ seq: links.length, hash: links.at(-1)?.hash ?? CHAIN_START });

function walked(links: readonly Link[], head = headOf(links), expected?: string): ChainVerifier {
  const walk = new ChainVerifier(3, expected);
  for (const link of links) if (!walk.take(link)) break;
  walk.end(head);
  return walk;
}

const chains = fc.array(fc.string(), { minLength: 1, maxLength: 12 }).map(chainOf);
const place = fc.nat();

describe('a chain', () => {
  it('holds when nobody touched it, empty or not', () => {
    fc.assert(
      fc.property(chains, (links) => {
        const walk = walked(links);
        expect(walk.broken).toBeUndefined();
        expect(walk.count).toBe(links.length);
        expect(walk.head).toEqual(headOf(links));
      }),
    );
    expect(walked([]).broken).toBeUndefined();
  });

  it('is broken at the entry whose content was changed', () => {
    fc.assert(
      fc.property(chains, place, fc.string(), (links, at, subject) => {
        const index = at % links.length;
        fc.pre(links[index]?.subject !== subject);
        const forged = links.map((link, i) => (i === index ? { ...link, subject } : link));
        expect(walked(forged).broken).toMatchObject({ seq: index + 1, what: 'CONTENT' });
      }),
    );
  });

  it('is broken after an entry that was written anew with its hash', () => {
    const links = chainOf(['a', 'b', 'c']);
    const forged = links.map((link, i) => (i === 1 ? linkAfter(link.previousHash, 2, 'forged') : link));
    expect(walked(forged).broken).toMatchObject({ seq: 3, what: 'PREVIOUS_HASH', found: links[1]?.hash });
  });

  it('is broken where an entry is missing, first, in the middle or last', () => {
    fc.assert(
      fc.property(chains, place, (links, at) => {
        const index = at % links.length;
        const left = links.filter((_, i) => i !== index);
        const { broken } = walked(left, headOf(links));
        if (index < links.length - 1) expect(broken).toMatchObject({ seq: index + 1, what: 'NUMBER' });
        else expect(broken).toMatchObject({ seq: index, what: 'HEAD' });
      }),
    );
  });

  it('is broken when it is of another region, or when its end was lost', () => {
    const links = chainOf(['a']);
    const foreign = new ChainVerifier(7);
    expect(foreign.take(links[0] ?? linkAfter('', 1, ''))).toBe(false);
    expect(foreign.broken).toMatchObject({ what: 'REGION', expected: '7', found: '3' });
    const cut = new ChainVerifier(3);
    expect(cut.end(null)).toMatchObject({ what: 'HEAD', expected: 'none' });
  });

  it('that was written anew as a whole lacks the hash that was noted down before', () => {
    const [links, forged] = [chainOf(['a', 'b', 'c']), chainOf(['x', 'b', 'c', 'd'])];
    const noted = links[1]?.hash ?? '';
    expect(walked(links, headOf(links), noted).broken).toBeUndefined();
    expect(walked(links, headOf(links), CHAIN_START).broken).toBeUndefined();
    expect(walked(forged, headOf(forged)).broken).toBeUndefined();
    expect(walked(forged, headOf(forged), noted).broken).toMatchObject({ what: 'HEAD', expected: noted });
  });
});
