import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callsOf, type Stage } from './calls.ts';
import type { Child } from './child.ts';
import type { Running } from './contestant.ts';
import type { Facts } from './facts.ts';
import type { Done, Job } from './load.ts';
import { memoryOf } from './usage.ts';
import type { Work } from './works/work.ts';

const SPELLS = 20;

interface Spell {
  readonly contestant: string;
  readonly answered: number;
  readonly megabytes: number | null;
  readonly requestsPerSecond: number;
  readonly errors: number;
}

interface Soak extends Stage {
  readonly load: Child;
  readonly connections: number;
  readonly say: (line: string) => void;
}

/** Sends many requests of a work in twenty spells, and looks at the memory of the server after each. */
async function soakOf(contestant: Running, job: Job, { load, say }: Soak): Promise<Spell[]> {
  const begun = await memoryOf(contestant.pid);
  const spells: Spell[] = [
    { contestant: contestant.name, answered: 0, megabytes: begun, requestsPerSecond: 0, errors: 0 },
  ];
  let answered = 0;
  for (let spell = 0; spell < SPELLS; spell += 1) {
    const { requests, seconds, errors } = await load.ask<Done>(job);
    answered += requests;
    const megabytes = await memoryOf(contestant.pid);
    spells.push({ contestant: contestant.name, answered, megabytes, requestsPerSecond: requests / seconds, errors });
    say(`  ${contestant.name}: ${String(answered)} answered, ${String(megabytes)} MB`);
  }
  return spells;
}

/** The memory of each contestant over many requests of one work. */
export async function soak(requests: number, work: Work, stage: Soak): Promise<Spell[]> {
  const calls = await callsOf(work, stage);
  const spells: Spell[] = [];
  for (const contestant of stage.contestants) {
    const own = calls.get(contestant.name) ?? [];
    const each = Math.max(stage.connections, Math.ceil(requests / SPELLS));
    const job = { origin: contestant.origin, calls: own, connections: stage.connections, seconds: 0, requests: each };
    spells.push(...(await soakOf(contestant, job, stage)));
  }
  return spells;
}

export function soakTable(spells: readonly Spell[]): string {
  const rows = spells.map(({ contestant, answered, megabytes, requestsPerSecond, errors }) => [
    contestant,
    answered.toLocaleString('en'),
    String(megabytes ?? 'unknown'),
    requestsPerSecond.toFixed(0),
    String(errors),
  ]);
  const head = ['| contestant | answered | memory MB | requests/s | errors |', '| --- | ---: | ---: | ---: | ---: |'];
  return [...head, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
}

export async function writeSoak(facts: Facts, artisans: number, spells: readonly Spell[]): Promise<void> {
  const folder = fileURLToPath(new URL('./results/', import.meta.url));
  const conditions = `${facts.date}: the work "mixed" over ${artisans.toLocaleString('en')} artisans, ${String(facts.cores)} cores (${facts.processor}), Node ${facts.node}.`;
  await writeFile(join(folder, 'soak.md'), `# Memory over many requests\n\n${conditions}\n\n${soakTable(spells)}\n`);
  await writeFile(join(folder, 'soak.json'), `${JSON.stringify({ facts, artisans, spells }, null, 2)}\n`);
}
