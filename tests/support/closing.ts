import { afterAll } from 'vitest';

// One list for a worker: files share its modules, and this one is loaded again for each.
const shared = globalThis as { hirafClosings?: (() => unknown)[] };
const closings = (shared.hirafClosings ??= []);

/** Has something closed after the tests of the file, last opened first. What is opened in a hook or a test counts too. */
export const whenDone = (close: () => unknown): void => {
  closings.push(close);
};

// A setup file, so that it is registered for each test file.
afterAll(async () => {
  for (const close of closings.splice(0).reverse()) await close();
}, 60_000);
