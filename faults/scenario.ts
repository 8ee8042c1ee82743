import type { Program } from './program.ts';
import type { Writers } from './writers.ts';

/** What was seen in one scenario. */
export interface Seen {
  /** What a reader wants to know, as text. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** What should not have been; empty where all was as promised. */
  readonly broken: readonly string[];
}

export interface Stage {
  readonly program: Program;
  readonly writers: Writers;
  readonly say: (line: string) => void;
}

export interface Scenario {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<Seen>;
}

/** Gathers what is broken. */
export class Judge {
  readonly broken: string[] = [];

  expect(isRight: boolean, what: string): void {
    if (!isRight) this.broken.push(what);
  }
}

export const READY_AGAIN_SECONDS = 5;
export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

async function amidWrites<Value>(writers: Writers, happen: () => Promise<Value>): Promise<Value> {
  await writers.begin();
  try {
    await writers.acknowledge(40);
    const value = await happen();
    await writers.acknowledge(40);
    await writers.end();
    return value;
  } catch (error) {
    await writers.giveUp();
    throw error;
  }
}

/** Lets officers write while something happens, and until all that they have begun is acknowledged. */
export async function whileWriting(
  { program, writers }: Stage,
  happen: (judge: Judge) => Promise<Record<string, string | number>>,
): Promise<Seen> {
  const judge = new Judge();
  const before = writers.written.acknowledged.size;
  const codes = new Map(writers.written.codes);
  const facts = await amidWrites(writers, () => happen(judge));
  await program.notePeak();
  const { lost, doubled } = await writers.verdict();
  const times = (code: string): number => (writers.written.codes.get(code) ?? 0) - (codes.get(code) ?? 0);
  judge.expect(lost === 0, `${String(lost)} acknowledged writes are lost`);
  judge.expect(doubled === 0, `${String(doubled)} writes are doubled`);
  const internal = times('INTERNAL_SERVER_ERROR');
  judge.expect(internal === 0, `${String(internal)} answers are INTERNAL_SERVER_ERROR`);
  const acknowledged = writers.written.acknowledged.size - before;
  return { facts: { acknowledged, '503': times('SERVICE_UNAVAILABLE'), ...facts }, broken: judge.broken };
}
