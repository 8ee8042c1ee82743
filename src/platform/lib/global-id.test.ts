import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalId, parseGlobalId } from './global-id.ts';

describe('a global id', () => {
  it('brings back its type and number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][A-Za-z]{0,20}$/), fc.integer({ min: 0, max: 999_999_999 }), (type, id) => {
        expect(parseGlobalId(globalId(type, id))).toEqual({ type, id });
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no id at all', 'x'],
    ['no number', Buffer.from('Artisan:x').toString('base64url')],
    ['a number of another form', Buffer.from('Artisan:007').toString('base64url')],
    ['a number below zero', Buffer.from('Artisan:-1').toString('base64url')],
    ['a number that no row has', Buffer.from('Artisan:9999999999').toString('base64url')],
    ['something behind it', Buffer.from('Artisan:1:2').toString('base64url')],
    ['a lower case type', Buffer.from('artisan:1').toString('base64url')],
    ['padding', Buffer.from('Artisan:12').toString('base64') + '=='],
  ])('is none with %s', (_what, value) => {
    expect(parseGlobalId(value)).toBeNull();
  });
});
