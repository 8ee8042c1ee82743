import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { gatewayPassword } from '../../src/platform/postgres/pool.ts';
import { openEmbedded, type EmbeddedServer } from '../../src/platform/postgres/embedded.ts';
import { migrate } from '../../src/platform/postgres/migrate.ts';
import { withClient } from '../../src/platform/postgres/open.ts';
import { migrationsList } from '../../migrations/index.ts';
import { loadPopulation } from '../../src/seed/population.ts';
import { loadReference } from '../../src/seed/reference.ts';

/** Nothing of a test database must survive a crash of the machine: it may be as quick as it can. */
const QUICK = ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c max_connections=200'];
const DEMO_ARTISANS = 24_000;

export interface Templates {
  readonly server: EmbeddedServer;
  readonly close: () => Promise<void>;
}

/**
 * A server of its own with two databases to be cloned: `empty` holds the reference data, `demo` the demonstration
 * population as well.
 */
export async function openTemplates(): Promise<Templates> {
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
    // Nobody could close it: the server would stay.
    await close();
    throw error;
  }
  return { server, close };
}

async function makeTemplates(server: EmbeddedServer): Promise<void> {
  await template(server.url('postgres'), server.url('empty'), async (client) => loadReference(client));
  await cloned(server.url('postgres'), 'empty', 'demo');
  await withClient(server.url('demo'), (client) =>
    loadPopulation(client, { artisans: DEMO_ARTISANS, seed: 5017, onProgress: () => undefined }),
  );
}

async function template(adminUrl: string, url: string, load: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(adminUrl, (client) => client.query(`create database ${name}`));
  // Every clone has its own address; the gateway's password follows from that of the server.
  await migrate(migrationsList, url, gatewayPassword(adminUrl, undefined));
  await withClient(url, load);
}

/** Makes a database like another one. */
export async function cloned(adminUrl: string, from: string, to: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query(`create database ${to} template ${from} strategy file_copy`));
}
