import 'reflect-metadata';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { signToken } from '../src/platform/auth/keys.ts';
import { bundleAll, shippedProgram } from './bundle.ts';
import { Child, spawned } from './child.ts';
import { replyOf } from './contestant.ts';
import { AUDIENCE, ISSUER } from './contestants/session.ts';
import { factsOf } from './facts.ts';
import { median } from './statistics.ts';
import { graphql } from './works/work.ts';

const ARTISANS = 24_000;
const QUESTION = graphql('{ artisans(first: 1) { nodes { nameAr } } }');

interface Started {
  readonly milliseconds: number;
  readonly process: ChildProcess;
}

/** Starts the server as `npm start` does, and waits for its first answer that comes from the database. */
async function started(folder: string, program: readonly string[]): Promise<Started> {
  const begun = performance.now();
  const server = spawned(program, {
    ...{ NODE_ENV: 'development', DATA_DIR: folder, DEMO_ARTISANS: String(ARTISANS), PORT: '0', LOG_LEVEL: 'silent' },
  });
  if (server.stdout === null) throw new Error('The server has no output.');
  for await (const line of createInterface(server.stdout)) {
    const origin = /answers at (http:\/\/[^/]+)\//.exec(line)?.[1];
    if (origin === undefined) continue;
    const signing = { dir: folder, issuer: ISSUER, audience: AUDIENCE, expiresIn: '1h' };
    const token = await signToken({ subject: 'bench', role: 'central-service' }, signing);
    await replyOf(origin, QUESTION, token);
    return { milliseconds: Math.round(performance.now() - begun), process: server };
  }
  throw new Error('The server ended before it answered.');
}

async function startOnce(folder: string, program: readonly string[]): Promise<number> {
  const { milliseconds, process: server } = await started(folder, program);
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  await exit;
  return milliseconds;
}

interface SchemaTimes {
  readonly reading: number;
  readonly building: number;
}

async function schemaOnce(): Promise<SchemaTimes> {
  const child = Child.start('./schema-time.ts');
  const times = await child.ask<SchemaTimes>({});
  await child.stop();
  return times;
}

async function measured(folder: string, times: number) {
  const program = shippedProgram();
  await bundleAll();
  const empty = await startOnce(folder, program);
  const again: number[] = [];
  const schemas: SchemaTimes[] = [];
  for (let turn = 0; turn < times; turn += 1) again.push(await startOnce(folder, program));
  for (let turn = 0; turn < times; turn += 1) schemas.push(await schemaOnce());
  return {
    empty,
    again: median(again),
    reading: median(schemas.map(({ reading }) => reading)),
    building: median(schemas.map(({ building }) => building)),
  };
}

const tableOf = ({ empty, again, reading, building }: Awaited<ReturnType<typeof measured>>): string =>
  [
    '| from the start of the process | ms |',
    '| --- | ---: |',
    `| to the first answer, with an empty folder that is filled with ${ARTISANS.toLocaleString('en')} artisans | ${String(empty)} |`,
    `| to the first answer, with a folder that exists | ${String(again)} |`,
    `| of that, to read and compile the program of the schema | ${String(reading)} |`,
    `| and to build the schema | ${String(building)} |`,
  ].join('\n');

async function main(): Promise<void> {
  const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
  const folder = await mkdtemp(join(tmpdir(), 'hiraf-start-'));
  // PostgreSQL runs as another account where the bench is root, and has to reach its data.
  await chmod(folder, 0o755);
  try {
    const facts = await factsOf('embedded');
    const result = await measured(folder, quick ? 1 : 5);
    process.stdout.write(`${tableOf(result)}\n`);
    if (quick) return;
    const results = fileURLToPath(new URL('./results/', import.meta.url));
    const conditions = `${facts.date}: ${String(facts.cores)} cores (${facts.processor}), Node ${facts.node}, medians of five.`;
    await writeFile(join(results, 'start.md'), `# Start\n\n${conditions}\n\n${tableOf(result)}\n`);
    await writeFile(join(results, 'start.json'), `${JSON.stringify({ facts, ...result }, null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
