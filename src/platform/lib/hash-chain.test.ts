import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, linkHash } from './hash-chain.ts';

const fields = fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: null }), { maxLength: 6 });

describe('a link of a chain', () => {
  it('hashes what was written down for it by hand', () => {
    const bytes = Buffer.concat([
      ...[Buffer.from([0, 0, 0, 32]), Buffer.from(CHAIN_START, 'hex')],
      ...[Buffer.from([0, 0, 0, 1]), Buffer.from('3')],
      ...[Buffer.from([0, 0, 0, 6]), Buffer.from('حرف')],
      ...[Buffer.from([255, 255, 255, 255]), Buffer.from([0, 0, 0, 0])],
    ]);
    const expected = createHash('sha256').update(bytes).digest('hex');
    expect(linkHash(CHAIN_START, ['3', 'حرف', null, ''])).toBe(expected);
  });

  it('is another one for other fields, wherever they are cut', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const equal = JSON.stringify(one) === JSON.stringify(other);
        expect(linkHash(CHAIN_START, one) === linkHash(CHAIN_START, other)).toBe(equal);
      }),
    );
    expect(linkHash(CHAIN_START, ['ab', 'c'])).not.toBe(linkHash(CHAIN_START, ['a', 'bc']));
    expect(linkHash(CHAIN_START, [null])).not.toBe(linkHash(CHAIN_START, ['']));
  });
});
