import { expect, it } from 'vitest';
import { memoizeByObject } from './memoize.ts';

it('Something is made of each object once, null and false included', () => {
  const made: object[] = [];
  const valueOf = memoizeByObject((key: { readonly value: boolean | null }) => {
    made.push(key);
    return key.value;
  });
  const keys = [{ value: false }, { value: null }, { value: true }];
  for (const key of [...keys, ...keys]) expect(valueOf(key)).toBe(key.value);
  expect(made).toEqual(keys);
});
