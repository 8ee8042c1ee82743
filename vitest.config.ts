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
    setupFiles: ['reflect-metadata'],
    // A test that expects nothing cannot fail, and one that runs alone hides the others.
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    allowOnly: false,
    // Many tests wait for processes to start and stop; on two processors a single worker would wait with them.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
