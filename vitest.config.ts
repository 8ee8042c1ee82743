import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The package has two builds, and a schema of one is not a schema of the other.
    alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql/index.js')) }],
  },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['reflect-metadata', 'tests/support/closing.ts'],
    // Loading the modules anew for each file takes a fifth of the time; what a file changes is in a database of its own.
    isolate: false,
    // A test that expects nothing cannot fail, and one that runs alone hides the others.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    allowOnly: false,
    // Many tests wait for processes to start and stop: three workers keep two processors busy.
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
