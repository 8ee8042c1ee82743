import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { DomainError } from '../errors/domain-error.ts';

const cursorOf = (...value: unknown[]): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const BY_NAME = { name: 'NAME_AR:ASC', cast: 'text' } as const;

describe('a cursor', () => {
  it('brings back any place that a list can have', () => {
    const id = fc.integer({ min: 0, max: 2_147_483_647 });
    const text = fc.string({ unit: 'grapheme' }).filter((key) => !key.includes('\0'));
    fc.assert(
      fc.property(text, id, (key, number) => {
        expect(decodeCursor(BY_NAME, encodeCursor(BY_NAME.name, { key, id: number }))).toEqual({ key, id: number });
      }),
    );
  });

  it.each([
    ['int', 42],
    ['date', '2025-11-20'],
    ['text', 'محمد'],
  ] as const)('brings back a key of kind %s', (cast, key) => {
    expect(decodeCursor({ name: 'X', cast }, encodeCursor('X', { key, id: 7 }))).toEqual({ key, id: 7 });
  });

  it.each([
    ['int', 1.5],
    ['int', '1'],
    ['int', 2_147_483_648],
    ['date', '2025-13-01'],
    ['date', '2025-02-30'],
    ['date', '0000-01-01'],
    ['date', '20 November 2025'],
    ['date', 20_251_120],
    ['text', 7],
    ['text', null],
    ['text', 'a\0b'],
    ['text', 'a\ud800'],
  ] as const)('does not take for a key of kind %s: %j', (cast, key) => {
    expect(() => decodeCursor({ name: 'X', cast }, cursorOf('X', key, 7))).toThrow(/not a cursor/);
  });

  it('of another order is refused, and says so', () => {
    expect(() => decodeCursor(BY_NAME, encodeCursor('NAME_AR:DESC', { key: 'x', id: 1 }))).toThrow(/another order/);
  });

  it('is never anything but a place or a refusal, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.anything().map((value) => cursorOf(BY_NAME.name, value, value)),
        ),
        (sent) => {
          try {
            const { key, id } = decodeCursor(BY_NAME, sent);
            expect([typeof key, Number.isInteger(id)]).toEqual(['string', true]);
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
        },
      ),
    );
  });
});
