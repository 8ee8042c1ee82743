import { afterAll } from 'vitest';

const closings: (() => unknown)[] = [];

/** Has something closed after the tests of the file, last opened first. What is opened in a hook or a test counts too. */
export const whenDone = (close: () => unknown): void => {
  closings.push(close);
};

// Registered while the file is collected: a hook that is registered within another one is never called.
afterAll(async () => {
  for (const close of closings.splice(0).reverse()) await close();
}, 60_000);
