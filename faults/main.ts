import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machineFacts, machineText, type MachineFacts } from '../bench/facts.ts';
import { runCommand } from '../tests/support/command.ts';
import { diskFull } from './full-disk.ts';
import { interruptions } from './interruptions.ts';
import { documents, loads } from './loads.ts';
import { Program } from './program.ts';
import { Judge, rounded, type Scenario, type Seen, type Stage } from './scenario.ts';
import { stops } from './stops.ts';
import { Writers } from './writers.ts';

const MEMORY_AT_MOST = 300;
const RESULTS = 'docs/faults.md';
const PLENTY = { POINTS_PER_MINUTE: 'central-service=2000000000,tenant=2000000000' };

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Result extends Seen {
  readonly title: string;
  readonly seconds: number;
}

async function played({ title, play }: Scenario, stage: Stage): Promise<Result> {
  say(title);
  const began = performance.now();
  await stage.program.forgetPeak();
  const seen = await play(stage).catch((error: unknown): Seen => ({ facts: {}, broken: [String(error)] }));
  await stage.program.notePeak();
  const { peakMemory } = stage.program;
  const broken = [...seen.broken, ...(peakMemory < MEMORY_AT_MOST ? [] : [`a process held ${String(peakMemory)} MB`])];
  for (const what of broken) say(`  BROKEN: ${what}`);
  const facts = { ...seen.facts, 'peak MB': peakMemory };
  return { title, seconds: rounded((performance.now() - began) / 1000), facts, broken };
}

/** After everything: nothing lost, nothing doubled, figures exact, the chain whole, memory bounded. */
async function aftermath({ program, writers }: Stage): Promise<Seen> {
  const judge = new Judge();
  await writers.begin();
  await writers.end();
  await writers.repeatAll();
  const { lost, doubled } = await writers.verdict();
  judge.expect(lost === 0, `${String(lost)} acknowledged writes are lost`);
  judge.expect(doubled === 0, `${String(doubled)} writes are doubled`);
  const env = { DATABASE_URL: program.databaseUrl() };
  const figures = await runCommand('figures', ['verify'], env);
  judge.expect(figures.code === 0, `figures: ${figures.said}`);
  const audit = await runCommand('audit', ['verify', '--all'], env);
  judge.expect(audit.code === 0, `audit: ${audit.said}${audit.complained}`);
  const acknowledged = writers.written.acknowledged.size;
  const facts = {
    ...{ acknowledged, lost, doubled },
    ...{ figures: figures.code === 0 ? 'exact' : 'wrong', chain: audit.code === 0 ? 'holds' : 'broken' },
  };
  return { facts, broken: judge.broken };
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function report(results: readonly Result[], machine: MachineFacts): string {
  const rows = results.map(({ title, seconds, facts, broken }) => {
    const seen = Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`);
    return `| ${cell(title)} | ${cell(seen.join('; '))} | ${broken.length === 0 ? 'as promised' : cell(broken.join('; '))} | ${String(seconds)} |`;
  });
  return [
    '# Faults',
    '',
    'What `npm run faults` saw: the program as it is shipped, with 24,000 invented artisans, its real PostgreSQL and eight officers who register people meanwhile, each under a key that is repeated until it is acknowledged.',
    '',
    `${machine.date}: ${machineText(machine)}.`,
    '',
    '| what happens | what was seen | verdict | seconds |',
    '| ------------ | ------------- | ------- | ------: |',
    ...rows,
    '',
  ].join('\n');
}

/** Plays scenarios over one data folder, and looks at it afterwards. */
async function playAll(chosen: (scenario: Scenario) => boolean): Promise<Result[]> {
  const dir = await mkdtemp(join(tmpdir(), 'hiraf-faults-'));
  await chmod(dir, 0o755);
  const program = new Program(dir);
  const stage: Stage = { program, writers: new Writers(program), say };
  const results: Result[] = [];
  try {
    say('Filling a database of 24,000 artisans …');
    await program.start();
    for (const scenario of [...interruptions, ...stops, ...loads, diskFull].filter(chosen)) {
      results.push(await played(scenario, stage));
    }
    if (chosen(documents)) {
      await program.stop('SIGTERM');
      await program.start(PLENTY);
      results.push(await played(documents, stage));
    }
    return [...results, await played({ title: 'after all of it', play: aftermath }, stage)];
  } finally {
    await program.stop('SIGTERM').catch(() => undefined);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const words = process.argv.slice(2).filter((word) => word !== '--');
const isWhole = words.length === 0;
const machine = machineFacts();
execFileSync('npm', ['run', '-s', 'build:server']);
const results = await playAll(({ title }) => isWhole || words.some((word) => title.includes(word)));
const text = report(results, machine);
if (isWhole) await writeFile(RESULTS, text);
process.stdout.write(text);
if (results.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
