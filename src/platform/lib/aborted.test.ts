import { expect, it } from 'vitest';
import { aborted } from './aborted.ts';

it('It resolves when a signal is aborted, and at once where it was', async () => {
  const controller = new AbortController();
  const seen: string[] = [];
  const waiting = aborted(controller.signal).then(() => seen.push('first'));
  await Promise.resolve();
  expect(seen).toEqual([]);
  controller.abort();
  await waiting;
  await aborted(controller.signal);
  expect(seen).toEqual(['first']);
});
