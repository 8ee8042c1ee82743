import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { TestProject } from 'vitest/node';
import { gatewayPassword } from '../../src/database/gateway.ts';
import { openEmbedded, type EmbeddedServer } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { withClient } from '../../src/database/open.ts';
import { entities } from '../../src/entities.ts';
import { loadPopulation } from '../../src/seed/population.ts';
import { loadReference } from '../../src/seed/reference.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** Nothing of a test database must survive a crash of the machine: it may be as quick as it can. */
const QUICK = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c max_connections=200'];
export const DEMO_ARTISANS = 24_000;

/**
 * One server for the whole run, with two template databases: `empty` holds the reference data, `demo` the
 * demonstration population as well. Each test file clones one of them. The program is built first, for those that start it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', '-s', 'build:server']);
  const dir = await mkdtemp(join(tmpdir(), 'hiraf-test-'));
  // The server may run as another user than the one who makes the folder, and must be able to pass.
  await chmod(dir, 0o755);
  const server = await openEmbedded(join(dir, 'server'), QUICK);
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await makeTemplates(server);
  } catch (error) {
    // No test runs and nobody calls what tears down: the server would stay.
    await close();
    throw error;
  }
  project.provide('serverUrl', server.url('postgres'));
  return close;
}

async function makeTemplates(server: EmbeddedServer): Promise<void> {
  await template(server.url('postgres'), server.url('empty'), async (client) => loadReference(client));
  await clone(server.url('postgres'), 'empty', 'demo');
  await withClient(server.url('demo'), (client) =>
    loadPopulation(client, { artisans: DEMO_ARTISANS, seed: 5017, onProgress: () => undefined }),
  );
}

async function template(adminUrl: string, url: string, load: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(adminUrl, (client) => client.query(`create database ${name}`));
  // Every clone has its own address; the gateway's password follows from that of the server.
  await migrate(entities, url, gatewayPassword(adminUrl, undefined));
  await withClient(url, load);
}

async function clone(adminUrl: string, from: string, to: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`create database ${to} template ${from} strategy file_copy`));
}
