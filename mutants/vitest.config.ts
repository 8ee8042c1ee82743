import { defineConfig } from 'vitest/config';
import whole from '../vitest.config.ts';

// The tests beside the rules alone: they need no database, and a rule is judged by them.
const include = ['src/modules/**/*.test.ts', 'src/platform/{lib,errors,auth}/**/*.test.ts'];

export default defineConfig({ ...whole, test: { ...whole.test, include, globalSetup: [] } });
