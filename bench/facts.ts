import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

const RIVALS = ['postgraphile', 'mercurius', '@apollo/server', 'type-graphql', '@mikro-orm/core', 'fastify'] as const;

export interface MachineFacts {
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGigabytes: number;
  /** Processes that wanted a core in the minute before the run began: the machine's other work. */
  readonly loadBefore: number;
  readonly node: string;
}

export interface Facts extends MachineFacts {
  readonly postgres: string;
  readonly versions: Readonly<Record<string, string>>;
}

async function versionOf(name: string): Promise<string> {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  for (;;) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
    const { name: found, version } = JSON.parse(text) as { name?: string; version?: string };
    if (found === name && version !== undefined) return version;
    if (dirname(folder) === folder) return 'unknown';
    folder = dirname(folder);
  }
}

/** The machine of a run, asked for at its beginning. */
export const machineFacts = (): MachineFacts => ({
  date: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
  loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  node: process.versions.node,
});

/** The same in words, such as "2 cores (…), 24 GB, load 0.1 before, Node 24.1.0". */
export const machineText = ({ cores, processor, memoryGigabytes, loadBefore, node }: MachineFacts): string =>
  `${String(cores)} cores (${processor}), ${String(memoryGigabytes)} GB, load ${String(loadBefore)} before, Node ${node}`;

/** The conditions of a run, asked for at its beginning. */
export async function factsOf(postgres: string): Promise<Facts> {
  const versions = await Promise.all(RIVALS.map(async (name) => [name, await versionOf(name)] as const));
  return { ...machineFacts(), postgres, versions: Object.fromEntries(versions) };
}
