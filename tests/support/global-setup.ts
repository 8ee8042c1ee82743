import { execFileSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { openTemplates } from './templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** One server for the whole run: each test file clones one of its databases. The program is built first, for those that start it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', '-s', 'build:server']);
  const { server, close } = await openTemplates();
  project.provide('serverUrl', server.url('postgres'));
  return close;
}
