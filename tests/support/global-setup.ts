import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openTemplates } from './templates.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    /** A folder of this run, for what several files share. */
    sharedFolder: string;
  }
}

/** One server for the whole run: each test file clones one of its databases. The program is built first, for those that start it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', '-s', 'build:server']);
  const { server, close } = await openTemplates();
  project.provide('serverUrl', server.url('postgres'));
  const shared = await mkdtemp(join(tmpdir(), 'hiraf-shared-'));
  await chmod(shared, 0o755);
  project.provide('sharedFolder', shared);
  return async () => {
    await close();
    await rm(shared, { recursive: true, force: true });
  };
}
