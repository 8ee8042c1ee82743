import { defineConfig, mergeConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

// The tests beside the rules alone: they need no database, and a rule is judged by them.
export default mergeConfig(
  { ...whole, test: { ...whole.test, include: [], globalSetup: [] } },
  defineConfig({
    test: { include: ['src/modules/**/*.test.ts', 'src/platform/{lib,errors,auth}/**/*.test.ts'] },
  }),
);
